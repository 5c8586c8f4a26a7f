using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Croisee.Surveys.Content;

/// <summary>
/// One text of a questionnaire and its twins: the easy-read text that somebody wrote (never made by a machine), the picture beside it, a recording of it,
/// the wording for who answers in a person's place (PRX-R3), and translations by language tag.
/// </summary>
public sealed record Wording(string Text)
{
    public const int TextMax = 600;

    public string? Easy { get; init; }
    /// <summary>Name of a pictogram of the house; null leaves it to the words, an empty text means none.</summary>
    public string? Picture { get; init; }
    /// <summary>Id of a recording of this text (<see cref="QuestionnaireSound"/>), in French.</summary>
    public string? Audio { get; init; }
    /// <summary>« D’après vous, votre proche… » (PRX-R3).</summary>
    public string? Proxy { get; init; }
    [JsonIgnore, MemberNotNullWhen(true, nameof(Proxy))] public bool IsForProxies => Proxy is { Length: > 0 };
    /// <summary>By language tag (« ar », « en », « uk »).</summary>
    public IReadOnlyDictionary<string, string>? In { get; init; }

    public string For(Reader reader) =>
        reader.ForAnother && IsForProxies ? reader.IsProfessional ? OfAPerson(Proxy) : Proxy
        : reader.Language is { } language && In?.GetValueOrDefault(language) is { Length: > 0 } translated ? translated
        : reader.Easy && Easy is { Length: > 0 } ? Easy
        : Text;

    /// <summary>A professional answers in the place of a person, who is no relative of theirs.</summary>
    static string OfAPerson(string proxy) => proxy.Replace("votre proche", "la personne", StringComparison.Ordinal).Replace("Votre proche", "La personne", StringComparison.Ordinal);
}

/// <summary>How the questions are put to whoever reads them.</summary>
/// <param name="Easy">In easy-read.</param>
/// <param name="ForAnother">Answers in a person's place.</param>
/// <param name="IsProfessional">And is no relative: « la personne », not « votre proche ».</param>
/// <param name="In">A language of the questionnaire; null for French.</param>
public readonly record struct Reader(bool Easy, bool ForAnother = false, LanguageState? In = null, bool IsProfessional = false)
{
    public string? Language => In?.Tag;
}
