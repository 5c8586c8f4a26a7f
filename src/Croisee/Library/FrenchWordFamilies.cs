using System.Collections.Frozen;

namespace Croisee.Library;

/// <summary>Where the published stemmer separates what belongs together, or joins what must stay apart, in this field.</summary>
public static class FrenchWordFamilies
{
    // The first word of a line is the root that all words of the line share.
    // - usager: published rules give usager → usag, usagers and usagère → usager, and confuse usager with usage.
    // - the other feminines in -gère: their masculine loses -er as if it were a verb.
    // - cvs and ars are no plurals: CV is another thing.
    // - aidant stays near aide, but aidance (pair-aidance) must reach aidant.
    static readonly FrozenDictionary<string, string> Roots = Read("""
        usager usagers usagère usagères
        étrang étranger étrangers étrangère étrangères
        passag passager passagers passagère passagères
        ménag ménager ménagers ménagère ménagères
        messag messager messagers messagère messagères
        aid aidance aidances
        cvs
        ars
        """);

    static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> RootsBySpan = Roots.GetAlternateLookup<ReadOnlySpan<char>>();

    // Words in -ers that are no plural.
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Singulars =
        FrozenSet.ToFrozenSet(["divers", "univers", "travers", "envers", "pervers", "revers", "convers", "inverse", "vers"])
            .GetAlternateLookup<ReadOnlySpan<char>>();

    static FrozenDictionary<string, string> Read(string lines) => lines
        .Split('\n').Select(line => line.Split(' '))
        .SelectMany(words => words.Select(word => (word, root: words[0]))).ToFrozenDictionary(w => w.word, w => w.root);

    public static string? RootOf(ReadOnlySpan<char> word) => RootsBySpan.TryGetValue(word, out var root) ? root : null;

    /// <summary>
    /// The published rules remove -er but not -ers: danger → dang, dangers → danger; conseiller, foyer, atelier fare
    /// alike. So the plural is read as its singular before the rules run.
    /// </summary>
    public static ReadOnlySpan<char> WithoutPluralOfEr(ReadOnlySpan<char> word) =>
        word.Length > 4 && word.EndsWith("ers") && !Singulars.Contains(word) ? word[..^1] : word;
}
