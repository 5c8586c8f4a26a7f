using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Croisee.Tests.Surveys;

/// <summary>All that a person reads or hears of a page, with the language it is declared to be in.</summary>
static partial class SpokenPages
{
    static readonly string[] Heard = ["aria-label", "alt", "title", "placeholder", "data-title", "label", "data-heard"];

    /// <summary>Names, addresses, numbers of articles and what has the same signs in every language.</summary>
    static readonly string[] Kept = ["Croisée", "CNIL", "Commission nationale de l’informatique et des libertés, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07", "www.cnil.fr", "QR", "dpo@exemple.fr", Croisee.People.SpokenCode.Example];

    public static IEnumerable<(string Lang, string Text)> Of(Page page)
    {
        var document = page.Document;
        foreach (var node in document.All.SelectMany(e => e.ChildNodes.OfType<IText>()))
            if (node.ParentElement is { } parent && parent.LocalName is not ("script" or "style" or "textarea") && parent.Closest("[translate=no]") is null && Page.Text(node.Text) is { Length: > 0 } text) yield return (LangOf(parent), text);
        foreach (var element in document.All)
        {
            foreach (var name in Heard)
                if (element.GetAttribute(name) is { Length: > 0 } said) yield return (LangOf(element), Page.Text(said));
            if (element.GetAttribute("data-words") is { Length: > 0 } words)
                foreach (var said in JsonSerializer.Deserialize<Dictionary<string, string>>(words)!.Values) yield return (LangOf(element), said);
        }
    }

    static string LangOf(IElement element) => element.Closest("[lang]")?.GetAttribute("lang") ?? "";

    /// <summary>What is not in this language, or says to be in French and is nothing that a team wrote.</summary>
    /// <param name="written">What the team wrote in French alone.</param>
    public static IEnumerable<string> Foreign(Page page, string tag, IReadOnlyCollection<string> written)
    {
        foreach (var (lang, text) in Of(page))
        {
            if (lang == "fr" && (text == "Français" || written.Contains(text))) continue;
            // A language says its own name, and nothing else, in itself.
            if (lang != tag && Croisee.Words.HouseTongues.Find(lang)?.Own != text && Croisee.Surveys.Content.Tongues.Find(lang)?.Own != text) yield return $"{page.Path} [{lang}] {text}";
            else if (lang == tag && !Speaks(tag, written.Concat(Kept).Concat(Croisee.Surveys.Content.Tongues.All.Select(t => t.Own)).Where(w => w.Length > 1).OrderByDescending(w => w.Length).Aggregate(text, (left, name) => left.Replace(name, "", StringComparison.Ordinal)))) yield return $"{page.Path} [{lang}] {text}";
        }
    }

    /// <summary>Arabic has no Latin word, English none that only French has, and the language made for this test begins each text with its sign.</summary>
    static bool Speaks(string tag, string text) => tag switch
    {
        "ar" => !LatinWord().IsMatch(text),
        "en" => !FrenchWord().IsMatch(text),
        _ => text.Contains('§') || !LatinWord().IsMatch(text),
    };

    /// <summary>« r_connu » and « a1b2 » are no words, nor is what stands for a value.</summary>
    /// <summary>Not a code, an address, or the mark of a device.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d_/.=?&-])(?!https?:|[0-9a-f]{4}(?!\p{L}))[a-zA-ZÀ-ÿœ][a-zà-ÿœ’]{2,}(?![\d_])")] private static partial Regex LatinWord();

    [GeneratedRegex(@"\b(vous|votre|vos|les|des|une|est|sont|pas|pour|avec|dans|sur|qui|que|cette|ces|nous|réponses?|répondre|et|ou|le|la|du|ce|ne|seul|écrivez|choisissez|personnes?|revenir|suivant|commencer|effacer|garder)\b|[éèêàçùûîôœ]|\b[ldnjsqcm]’\p{L}", RegexOptions.IgnoreCase)] private static partial Regex FrenchWord();
}
