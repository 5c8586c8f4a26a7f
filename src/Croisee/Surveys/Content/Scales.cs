using Croisee.Framework;

namespace Croisee.Surveys.Content;

/// <summary>
/// The closed scales of domain 5.7, from the framework's vocabularies, all in one direction: negative first (SCL-R2). Those that lack
/// « je ne sais pas » or « je ne veux pas répondre » get them: they are always offered (SCL-R1).
/// </summary>
public sealed class Scale
{
    internal Scale(string code)
    {
        var vocabulary = Vocabularies.Get(code);
        Code = code;
        Label = vocabulary.Label;
        var said = vocabulary.Terms.Select(t => new AnswerOption(t.Code, new Wording(t.Label) { Easy = t.Easy, Picture = Scales.PictureOf(t.Code) }, Scales.IsSilent(t.Code))).ToList();
        if (!said.Any(o => o.Code.EndsWith(Scales.Unknown, StringComparison.Ordinal) || o.Code == "ne_sait_pas")) said.Add(Scales.DoesNotKnow(code));
        if (!said.Any(o => o.Code.EndsWith(Scales.Refused, StringComparison.Ordinal))) said.Add(Scales.Refuses(code));
        Options = said;
        var points = vocabulary.Terms.Where(t => !Scales.IsSilent(t.Code)).Select(t => t.Code).ToList();
        Points = points;
        // SCL-R4: the top of three, the two best of four or five; of a yes and no, yes; of 0 to 10, 8 and more. « Partiellement » is not yet a yes.
        Favourable = [.. code is "V-OUINON" ? points.Take(1) : code is "V-DIAG" ? points.TakeLast(1) : points.TakeLast(points.Count switch { <= 3 => 1, <= 5 => 2, _ => 3 })];
    }

    public string Code { get; }
    public string Label { get; }
    /// <summary>Everything that is offered.</summary>
    public IReadOnlyList<AnswerOption> Options { get; }
    /// <summary>What says something about the subject, in the direction of the scale.</summary>
    public IReadOnlyList<string> Points { get; }
    /// <summary>What counts as favourable (SCL-R4).</summary>
    public IReadOnlyList<string> Favourable { get; }
}

public static class Scales
{
    internal const string Unknown = "_NSP", Refused = "_NVPR";

    static readonly Dictionary<string, Scale> All = new[] { "V-ACCORD5", "V-SATISF4", "V-FREQ4", "V-VISAGE3", "V-VISAGE5", "V-OUINON", "V-NOTE10", "V-DIAG" }.ToDictionary(c => c, c => new Scale(c), StringComparer.Ordinal);

    public static IEnumerable<Scale> Each => All.Values;

    public static bool Has(string? code) => code is not null && All.ContainsKey(code);

    public static Scale Of(string code) => All[code];

    /// <summary>For whom a scale is (domain 5.7), said where one is chosen and before publication; null for one that everybody may be asked by.</summary>
    public static string? CautionOf(string? scale) => scale switch
    {
        "V-VISAGE5" => "Cinq visages se distinguent mal : seulement après un essai avec des personnes concernées. Sinon, trois visages.",
        "V-NOTE10" => "Une note de 0 à 10 est difficile pour beaucoup de personnes : seulement pour des professionnels ou le grand public. Sinon, trois visages.",
        _ => null,
    };

    static readonly IReadOnlyList<AnswerOption> Agreement = [new(AnswerOption.Yes, new Wording("Oui, je suis d’accord") { Picture = "pouce-haut" }), new(AnswerOption.No, new Wording("Non, je ne suis pas d’accord") { Picture = "pouce-bas" })];

    /// <summary>The answers whose words are the house's: of a scale, of an agreement; none for a question that has its own.</summary>
    public static IReadOnlyList<AnswerOption> OfferedBy(AskedQuestion question) =>
        question.Kind.HasScale() ? Has(question.Scale) ? Of(question.Scale!).Options : [] : question.Kind is QuestionKind.Consent ? Agreement : [];

    /// <summary>The same in the words of a language, where it has them.</summary>
    public static IReadOnlyList<AnswerOption> OfferedBy(AskedQuestion question, LanguageState? language) => language is null ? OfferedBy(question)
        : [.. OfferedBy(question).Select(o => (language.Terms?.GetValueOrDefault(o.Code) is { Length: > 0 } said ? said : language.Said(o.Text.Text)) is { } other ? o with { Text = o.Text with { In = new Dictionary<string, string> { [language.Tag] = other } } } : o)];

    internal static bool IsSilent(string code) => code.EndsWith(Unknown, StringComparison.Ordinal) || code.EndsWith(Refused, StringComparison.Ordinal) || code is "ne_sait_pas" or "non_concerne";

    internal static AnswerOption DoesNotKnow(string scale) => new(Stem(scale) + Unknown, new Wording("Je ne sais pas") { Picture = "ne-sait-pas" }, Silent: true);

    internal static AnswerOption Refuses(string scale) => new(Stem(scale) + Refused, new Wording("Je ne veux pas répondre") { Picture = "arreter" }, Silent: true);

    static string Stem(string scale) => scale switch { "V-ACCORD5" => "ACC5", "V-SATISF4" => "SAT4", "V-FREQ4" => "FRQ4", "V-VISAGE3" => "VIS3", "V-VISAGE5" => "VIS5", "V-NOTE10" => "NOTE", "V-DIAG" => "DIAG", _ => "OUN" };

    internal static string PictureOf(string code) => code switch
    {
        "OUN_OUI" or "oui" => "pouce-haut",
        "OUN_NON" or "non" => "pouce-bas",
        "VIS5_1" or "SAT4_1" or "ACC5_1" => "visage-triste",
        "VIS3_1" or "VIS5_2" or "SAT4_2" or "ACC5_2" => "non",
        "VIS3_2" or "VIS5_3" or "ACC5_3" or "partiellement" => "un-peu",
        "VIS3_3" or "VIS5_4" or "SAT4_3" or "ACC5_4" => "oui",
        "VIS5_5" or "SAT4_4" or "ACC5_5" => "visage-ravi",
        _ when code.EndsWith(Unknown, StringComparison.Ordinal) || code == "ne_sait_pas" => "ne-sait-pas",
        _ when code.EndsWith(Refused, StringComparison.Ordinal) => "arreter",
        _ => "",
    };
}
