using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Croisee.Words;

/// <summary>
/// French is the source and stands in the views: <c>L["Déposer une expérience"]</c>. A variant holds only what differs; missing means the source.
/// </summary>
public sealed class Localizer(IHttpContextAccessor accessor)
{
    public static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    public static readonly FrozenDictionary<string, string> EasySentences = Load("fr.easy.json");

    public ReadingMode Mode => accessor.HttpContext?.Mode() ?? ReadingMode.Standard;

    public string this[string sentence] => Find(sentence).Typeset();

    public string this[string sentence, params object?[] values] => string.Format(French, Find(sentence), values).Typeset();

    /// <summary>In French, zero is singular: 0 fiche, 1 fiche, 2 fiches. <paramref name="none"/> may say it otherwise.</summary>
    public string Count(long n, string none, string one, string many) => string.Format(French, Find(n == 0 ? none : n == 1 ? one : many), n).Typeset();

    string Find(string sentence) => Mode is ReadingMode.EasyRead ? EasySentences.GetValueOrDefault(sentence, sentence) : sentence;

    static FrozenDictionary<string, string> Load(string file)
    {
        using var stream = typeof(Localizer).Assembly.GetManifestResourceStream("Croisee.Words." + file)!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
