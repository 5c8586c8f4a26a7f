namespace Croisee.Journal;

/// <summary>
/// One act: when, who, what, on what, why, which fields. Append-only (database triggers on both engines).
/// Holds ids, field names and the reasons of those who act for an organisation, never what authors or respondents wrote.
/// </summary>
public sealed class JournalEntry
{
    public const int ReasonMax = 1000;

    JournalEntry() { }

    public JournalEntry(DateTime at, Actor actor, string act, string subjectType, Guid subjectId, Guid? organisationId, string? reason)
    {
        Id = Guid.CreateVersion7();
        At = at;
        ActorKind = actor.Kind;
        ActorId = actor.Id;
        Act = act;
        SubjectType = subjectType;
        SubjectId = subjectId;
        OrganisationId = organisationId;
        Reason = reason is { Length: > ReasonMax } ? reason[..(char.IsHighSurrogate(reason[ReasonMax - 1]) ? ReasonMax - 1 : ReasonMax)] : reason;
    }

    public Guid Id { get; private set; }
    public DateTime At { get; private set; }
    public ActorKind ActorKind { get; private set; }
    public Guid? ActorId { get; private set; }
    /// <summary>Code of the act, e.g. <c>appel.ouvert</c>; the Acts class of each room names them.</summary>
    public string Act { get; private set; } = "";
    public string SubjectType { get; private set; } = "";
    public Guid SubjectId { get; private set; }
    public Guid? OrganisationId { get; private set; }
    public string? Reason { get; private set; }
    /// <summary>Names of the fields that changed, completed when saving; never their values.</summary>
    public string? Changes { get; private set; }

    internal void Complete(IEnumerable<string> fields)
    {
        var names = string.Join(", ", fields.Distinct().Order(StringComparer.Ordinal));
        if (names.Length > 0) Changes = names;
    }
}
