namespace Croisee.Deliberation;

/// <summary>What a question is about, for those who sit on it: a title and the page where they read it.</summary>
/// <param name="Path">None when it is no longer read anywhere: the title then says why.</param>
public sealed record SubjectCard(string Title, string? Path);

static class SubjectCards
{
    /// <summary>Seats that a link with the subject, known to its room, keeps away.</summary>
    public static async Task<IReadOnlySet<Guid>> KeptAway(this IEnumerable<ISubjectCard> cards, Deliberation question, Groups.Group group) =>
        cards.FirstOrDefault(c => c.Kind == question.SubjectKind) is { } room ? await room.KeptAway(question.SubjectId, group) : new HashSet<Guid>();

    /// <summary>Seats that a link keeps away from this question, declared on it or known to the room of its subject: they neither lead it nor are told of what waits for whoever leads.</summary>
    public static async Task<IReadOnlyCollection<Guid>> Aside(this IEnumerable<ISubjectCard> cards, Deliberation question, Groups.Group group) => [.. (await cards.KeptAway(question, group)).Union(question.Panel.Recused)];

    /// <summary>The card of what this question is about, if its room still knows it.</summary>
    public static async Task<SubjectCard?> Of(this IEnumerable<ISubjectCard> cards, Deliberation question) =>
        cards.FirstOrDefault(c => c.Kind == question.SubjectKind) is { } room ? (await room.Find([question.SubjectId])).GetValueOrDefault(question.SubjectId) : null;
}

/// <summary>A slot: the room that puts questions says how their subject is called and where it is read.</summary>
public interface ISubjectCard
{
    /// <summary>The subject kind that this room names, e.g. « experience ».</summary>
    string Kind { get; }

    /// <summary>By subject; one that is no longer there is absent.</summary>
    Task<IReadOnlyDictionary<Guid, SubjectCard>> Find(IReadOnlyCollection<Guid> subjects);

    /// <summary>Seats of the group held by whoever declared a link with the subject before the question was put: they replace nobody on it, nor conduct it (EXP-R8).</summary>
    Task<IReadOnlySet<Guid>> KeptAway(Guid subject, Groups.Group group);

    /// <summary>Where this group is asked about the subject again, once a question about it decided nothing; null when it cannot be asked now.</summary>
    Task<string?> AskAgain(Guid subject, Groups.Group group);
}
