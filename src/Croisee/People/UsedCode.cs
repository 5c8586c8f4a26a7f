namespace Croisee.People;

/// <summary>A code of an authenticator app that has served, kept for an hour.</summary>
public sealed class UsedCode
{
    public Guid PersonId { get; init; }
    public string Hash { get; init; } = "";
    public DateTime UsedAt { get; init; }
}
