using System.Text.Json.Serialization;

namespace Croisee.Surveys.Content;

/// <summary>A questionnaire as a document: what is asked, in which order, under which conditions, in which words. One document gives every way of answering.</summary>
public sealed record QuestionnaireContent(Wording Title)
{
    public const int SectionsMax = 20, QuestionsMax = 100;

    public Wording? About { get; init; }
    /// <summary>Said when it is done; null leaves the house's own words.</summary>
    public Wording? Thanks { get; init; }
    public IReadOnlyList<Section> Sections { get; init; } = [];
    public IReadOnlyList<LanguageState> Languages { get; init; } = [];
    /// <summary>Null where nobody said whose it is: then nothing is said of it, on paper either.</summary>
    public Credit? Credit { get; init; }

    // Told of the document, and no part of it: written, they would be there three times.
    [JsonIgnore] public IEnumerable<AskedQuestion> Questions => Sections.SelectMany(s => s.Questions);
    [JsonIgnore] public IEnumerable<AnswerField> Fields => Questions.SelectMany(q => q.Fields());

    /// <summary>Somebody may write in their own words: those are read by the team, and who answers is told so (domain 10.1).</summary>
    [JsonIgnore] public bool HasTexts => Questions.Any(q => q.Kind.IsText());

    public AskedQuestion? Find(string code) => Questions.FirstOrDefault(q => q.Code == code || q.Items.Any(i => i.Code == code));

    /// <summary>A code that nobody bears or ever bore, for one more question.</summary>
    public string NextCode(UsedCodes ever)
    {
        const string stem = "q";
        var taken = Questions.Select(q => q.Code).Concat(Questions.SelectMany(q => q.Items.Select(i => i.Code))).ToHashSet(UsedCodes.Same);
        for (var number = taken.Count + 1; ; number++)
            if (!ever.Has(stem + number) && taken.Add(stem + number)) return stem + number;
    }
}

/// <summary>Whose questions these are, where they come from and on what terms they may be used again: it goes with them into every form they take.</summary>
public sealed record Credit
{
    public const int Max = 300;

    public string? Author { get; init; }
    public string? Source { get; init; }
    public string? Licence { get; init; }

    /// <summary>Null where all three are empty.</summary>
    public static Credit? Of(string? author, string? source, string? licence) =>
        (Clean(author), Clean(source), Clean(licence)) is var (a, s, l) && (a ?? s ?? l) is not null ? new() { Author = a, Source = s, Licence = l } : null;

    static string? Clean(string? said) => string.IsNullOrWhiteSpace(said) ? null : said.Trim();

    /// <summary>In one line, for a foot or a file.</summary>
    [JsonIgnore] public string Said => string.Join(" · ", new[] { Author is null ? null : "Questionnaire de " + Author, Source is null ? null : "Source : " + Source, Licence is null ? null : "Licence : " + Licence }.OfType<string>());
}

public sealed record Section(string Code)
{
    public Wording? Title { get; init; }
    public IReadOnlyList<AskedQuestion> Questions { get; init; } = [];
    public Condition? ShownIf { get; init; }
}

/// <summary>How far a translation has come (domain 9.5): only a validated one is offered to those who answer.</summary>
public sealed record LanguageState(string Tag, string Name, TranslationState State, bool RightToLeft = false)
{
    /// <summary>What the scales and agreements say in this language, by code of their answers (« ACC5_1 », « oui »).</summary>
    public IReadOnlyDictionary<string, string>? Terms { get; init; }
}

public enum TranslationState { Draft, ReadByNative, Validated }
