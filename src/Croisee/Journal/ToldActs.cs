namespace Croisee.Journal;

/// <summary>How the journal and a history say the acts of a room, after the name of who acted: each room gives its own in its door.</summary>
public sealed record ToldActs(IReadOnlyDictionary<string, string> Words)
{
    const string One = "a ", Many = "ont ";

    /// <summary>The act in words that agree with who did it: authors are several, a person or the instance is one. One that no room tells is shown by its code rather than hidden.</summary>
    public static string Say(IEnumerable<ToldActs> told, string act, ActorKind by) =>
        told.Select(t => t.Words.GetValueOrDefault(act)).FirstOrDefault(w => w is not null) is { } words ? Agree(words, by) : act;

    /// <summary>The same words after another subject.</summary>
    public static string Agree(string words, ActorKind by) => by is ActorKind.Author
        ? words.StartsWith(One, StringComparison.Ordinal) ? Many + words[One.Length..] : words
        : words.StartsWith(Many, StringComparison.Ordinal) ? One + words[Many.Length..] : words;
}
