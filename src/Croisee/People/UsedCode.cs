namespace Croisee.People;

/// <summary>A code of an authenticator app, or of recovery, that has served, kept for an hour.</summary>
public sealed class UsedCode
{
    public Guid PersonId { get; init; }
    public string Hash { get; init; } = "";
    public DateTime UsedAt { get; init; }
    /// <summary>The session that it opened: there, a second click is answered like the first.</summary>
    public Guid? SessionId { get; init; }
}
