using System.Collections.Frozen;

namespace Croisee.Framework;

/// <summary>
/// The words shown on this instance: the defaults of <see cref="Vocabularies"/> with its own over them. Immutable; a change makes a new book.
/// </summary>
public sealed class LabelBook
{
    readonly FrozenDictionary<string, (string? Label, string? Easy, string? Definition, bool Active)> own;

    readonly FrozenDictionary<string, int> editions;

    LabelBook(FrozenDictionary<string, (string?, string?, string?, bool)> own, FrozenDictionary<string, int> editions) => (this.own, this.editions) = (own, editions);

    public static LabelBook Default { get; } = new(FrozenDictionary<string, (string?, string?, string?, bool)>.Empty, FrozenDictionary<string, int>.Empty);

    /// <summary>A row whose code this version does not know (an older program on a newer database) is passed over.</summary>
    /// <param name="editions">The last <see cref="TermVersion.Edition"/> of each code that has one.</param>
    public static LabelBook From(IEnumerable<FrameworkLabel> rows, IReadOnlyDictionary<string, int>? editions = null) =>
        new(rows.Where(r => Vocabularies.Find(r.Code)?.Vocabulary.Code == r.Vocabulary)
            .ToFrozenDictionary(r => r.Code, r => (r.Label, r.EasyLabel, r.Definition, r.Active), StringComparer.Ordinal), (editions ?? FrozenDictionary<string, int>.Empty).ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>The word for a code; a code that nothing knows is shown as it is rather than hidden.</summary>
    public string Label(string code, bool easy = false) =>
        Vocabularies.Find(code) is { } term ? Label(term, easy) : code;

    public string Label(Term term, bool easy = false)
    {
        var mine = own.GetValueOrDefault(term.Code);
        return easy ? mine.Easy ?? term.Easy : mine.Label ?? term.Label;
    }

    /// <summary>What the term means on this instance; null where no definition was written.</summary>
    public string? Definition(Term term) => own.GetValueOrDefault(term.Code).Definition ?? term.Definition;

    /// <summary>In which edition of the words this term was last set; 0 as it came.</summary>
    public int EditionOf(Term term) => editions.GetValueOrDefault(term.Code);

    /// <summary>The edition of the words in force: one more for each change.</summary>
    public int Edition => editions.Count == 0 ? 0 : editions.Values.Max();

    public IEnumerable<string> Labels(IEnumerable<string> codes, bool easy = false) => codes.Select(c => Label(c, easy));

    public bool IsActive(string code) => !own.TryGetValue(code, out var mine) || mine.Active;

    /// <summary>Whether forms would still offer something of this vocabulary without <paramref name="term"/>.</summary>
    public bool CanRetire(Term term) => term.Vocabulary.Terms.Any(t => t != term && IsActive(t.Code));

    /// <summary>Every code with its words here, for exports and the public codebook; retired terms are in it, since old answers hold them.</summary>
    public IEnumerable<CodebookRow> Codebook() => Vocabularies.All.SelectMany(v => v.Terms)
        .Select(t => new CodebookRow(t.Vocabulary.Code, t.Vocabulary.Version, t.Code, Label(t), Label(t, easy: true), t.English, IsActive(t.Code), Definition(t), EditionOf(t), t.Position + 1, t.Parent));

    /// <summary>
    /// What a form offers, in order: active terms and, so that editing never loses an answer, retired ones that are already chosen.
    /// </summary>
    public IEnumerable<TermChoice> Choices(Vocabulary vocabulary, bool easy = false, IReadOnlyCollection<string>? chosen = null) =>
        vocabulary.Terms
            .Where(t => IsActive(t.Code) || chosen?.Contains(t.Code) is true)
            .Select(t => new TermChoice(t.Code, Label(t, easy), t.Parent, Definition(t), chosen?.Contains(t.Code) is true));
}

/// <summary>One line of a list in a form.</summary>
public sealed record TermChoice(string Code, string Label, string? Parent, string? Definition, bool Chosen);
