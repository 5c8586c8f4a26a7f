using Croisee.Words;

namespace Croisee.Surveys.Content;

/// <summary>What a file may hold that no form of the editor writes: texts that are too long, parts whose codes are no codes or serve twice, pictures that are not there.</summary>
static class WordingFaults
{
    /// <summary>What stands beside answers rather than beside an idea.</summary>
    static readonly HashSet<string> Faces = new(["pouce-haut", "pouce-bas", "oui", "un-peu", "non", "visage-ravi", "visage-triste"], StringComparer.Ordinal);

    static readonly HashSet<string> Pictures = new(Pictograms.Names.Concat(Faces), StringComparer.Ordinal);

    public static IEnumerable<ContentFault> Of(QuestionnaireContent content, Func<string, bool> isCode)
    {
        var codes = new HashSet<string>(UsedCodes.Same);
        foreach (var section in content.Sections)
            if (!isCode(section.Code)) yield return new(null, $"Le code de partie « {section.Code} » ne convient pas : une lettre, puis des lettres, des chiffres ou « _ », 20 au plus.");
            else if (!codes.Add(section.Code)) yield return new(null, SameCode(section.Code));
        foreach (var text in new[] { content.Title, content.About, content.Thanks }.Concat(content.Sections.Select(s => s.Title)).OfType<Wording>())
            foreach (var fault in Of(text)) yield return new(null, $"« {(text.Text.Length > 60 ? text.Text[..60] + "…" : text.Text)} » : {fault}");
        foreach (var question in content.Questions)
            foreach (var name in Texts(question).Select(UnknownPicture).OfType<string>().Distinct()) yield return new(question.Code, NoPicture(name));
    }

    public static string SameCode(string part) => $"Deux parties ont le même code, « {part} » : corriger l’une changerait l’autre.";

    static IEnumerable<string> Of(Wording text)
    {
        if (IsTooLong(text)) yield return $"un texte dépasse {Wording.TextMax} caractères.";
        if (UnknownPicture(text) is { } name) yield return NoPicture(name);
    }

    static string NoPicture(string name) => $"L’image « {name} » n’est pas de la maison : choisissez-en une autre, ou aucune.";

    /// <summary>Each of its twins; a translation may be twice as long as the French, as the page where it is written lets it be.</summary>
    public static bool IsTooLong(Wording text) =>
        new[] { text.Text, text.Easy, text.Proxy }.Any(t => t?.Length > Wording.TextMax) || text.In?.Values.Any(t => t?.Length > Translations.LongestText) is true;

    static string? UnknownPicture(Wording text) => text.Picture is { Length: > 0 } name && !Pictures.Contains(name) ? name : null;

    static IEnumerable<Wording> Texts(AskedQuestion question) =>
        question.Options.Select(o => o.Text).Concat(question.Items.Select(i => i.Text)).Append(question.Text).Concat(question.Help is { } help ? [help] : []);
}
