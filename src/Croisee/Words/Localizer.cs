using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Html;

namespace Croisee.Words;

/// <summary>
/// French is the source and stands in the views: <c>L["Déposer une expérience"]</c>. A variant holds only what differs; missing means the source.
/// </summary>
public sealed class Localizer(IHttpContextAccessor accessor)
{
    public static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    public static readonly FrozenDictionary<string, string> EasySentences = Load("fr.easy.json");

    public ReadingMode Mode => accessor.HttpContext?.Mode() ?? ReadingMode.Standard;

    /// <summary>Another language than French; null elsewhere.</summary>
    public Speech? Speech => Speech.Of(accessor.HttpContext);

    public string this[string sentence] => Speech?.Say(sentence) ?? Find(sentence).Typeset();

    public string this[string sentence, params object?[] values] => Speech?.Say(sentence, values) ?? string.Format(French, Find(sentence), values).Typeset();

    /// <summary>In French, zero is singular: 0 fiche, 1 fiche, 2 fiches. <paramref name="none"/> may say it otherwise.</summary>
    public string Count(long n, string none, string one, string many) => this[n == 0 ? none : n == 1 ? one : many, n];

    /// <summary>A sentence that was written where nobody knows who reads it, values and all: what is wrong with an answer, a line of a notice. No easy twin is looked for.</summary>
    public string Told(string sentence) => Speech?.Say(sentence) ?? sentence.Typeset();

    /// <summary>A day in words, in the language of the page.</summary>
    public string Day(DateOnly day) => Speech?.Day(day) ?? day.InWords();

    /// <summary>What a team wrote in French alone (why it asks, a name): declared so on a page in another language.</summary>
    public IHtmlContent InFrench(string text) => new HtmlContentBuilder(Speech is null ? [text.Typeset()] : [new HtmlString("<span lang=\"fr\" dir=\"ltr\">"), text.Typeset(), new HtmlString("</span>")]);

    /// <summary>An address of a page that no questionnaire stands behind, in the same language where the house speaks it.</summary>
    public string Along(string path) => Speech is { } other && HouseTongues.Find(other.Tag) is not null ? $"{path}?langue={other.Tag}" : path;

    string Find(string sentence) => Mode is ReadingMode.EasyRead ? EasySentences.GetValueOrDefault(sentence, sentence) : sentence;

    internal static FrozenDictionary<string, string> Load(string file)
    {
        using var stream = typeof(Localizer).Assembly.GetManifestResourceStream("Croisee.Words." + file)!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
