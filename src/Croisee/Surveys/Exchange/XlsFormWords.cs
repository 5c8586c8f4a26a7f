using System.Globalization;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>The languages of a workbook, told by the heads of its columns (<c>label::English (en)</c>), and texts put together from them.</summary>
sealed class XlsFormWords
{
    /// <summary>Columns past this many languages are somebody's trial.</summary>
    const int LanguagesMax = 30;

    readonly Gathering gathering;
    readonly Dictionary<string, List<(string Column, string Tag)>> columns = new(StringComparer.OrdinalIgnoreCase);

    public XlsFormWords(IEnumerable<string> heads, string defaultLanguage, Gathering gathering)
    {
        this.gathering = gathering;
        foreach (var column in heads.Distinct(StringComparer.OrdinalIgnoreCase))
            if (Split(column) is var (field, language))
            {
                if (language.Length > 2 * Gathering.TagMax) continue;
                var (name, tag) = Tag(language);
                var known = columns.TryGetValue(field, out var list) ? list : columns[field] = [];
                if (known.Count < LanguagesMax) known.Add((column, language == defaultLanguage && tag != XlsFormNames.French ? "" : tag));
                if (tag is not ("" or XlsFormNames.French or XlsFormNames.Easy or XlsFormNames.Proxy) && !(language == defaultLanguage)) gathering.Languages.TryAdd(tag, name);
            }
        Main = columns.Values.SelectMany(c => c).Any(c => c.Tag == XlsFormNames.French) ? XlsFormNames.French : "";
    }

    /// <summary>The language shown to who asks for none: French where it is, else the workbook's own.</summary>
    string Main { get; }

    public static bool IsWords(string column) => Split(column) is not null;

    static (string Field, string Language)? Split(string column)
    {
        var at = column.IndexOf(':');
        var field = (at < 0 ? column : column[..at]).Trim().ToLowerInvariant();
        return field is "label" or "hint" or "croisee_title" ? (field, at < 0 ? "" : column[at..].TrimStart(':').Trim()) : null;
    }

    /// <summary>French of any country is French; our own easy and proxy wordings are not of a country.</summary>
    static string Plain(string tag) => tag.StartsWith("fr-", StringComparison.Ordinal) && !tag.StartsWith("fr-x-", StringComparison.Ordinal) ? XlsFormNames.French : tag;

    static (string Name, string Tag) Tag(string language)
    {
        if (language.Length == 0) return ("", "");
        if (language.LastIndexOf('(') is > 0 and var at && language.EndsWith(')')) return (language[..at].Trim(), Plain(language[(at + 1)..^1].Trim().ToLowerInvariant().Replace('_', '-')));
        // « Francais » is French too: many write it so.
        bool Same(string name) => CultureInfo.InvariantCulture.CompareInfo.Compare(name, language, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;
        var plain = CultureInfo.GetCultures(CultureTypes.NeutralCultures).FirstOrDefault(c => Same(c.EnglishName) || Same(c.NativeName) || c.Name == Plain(language.ToLowerInvariant().Replace('_', '-')));
        return (language, plain?.Name is { Length: > 0 } name ? name : "x-" + new Codes().Take(language, "l").ToLowerInvariant());
    }

    /// <summary>The text of a row in every language; null when it has none.</summary>
    public Wording? Of(SheetRow row, string field)
    {
        if (!columns.TryGetValue(field, out var known)) return null;
        var said = new List<(string Tag, string Text)>();
        foreach (var (column, tag) in known)
            if (row[column] is { Length: > 0 } text && gathering.Text(text, row.Where) is { Length: > 0 } clean) said.Add((tag, clean));
        if (said.Count == 0) return null;
        var main = said.FirstOrDefault(s => s.Tag == Main) is { Text: not null } found ? found : said.FirstOrDefault(s => s.Tag.Length == 0) is { Text: not null } plain ? plain : said[0];
        string? Aside(string tag) => tag == main.Tag ? null : said.FirstOrDefault(s => s.Tag == tag).Text;
        var others = said.Where(s => s.Tag != main.Tag && s.Tag is not ("" or XlsFormNames.French or XlsFormNames.Easy or XlsFormNames.Proxy)).DistinctBy(s => s.Tag).ToDictionary(s => s.Tag, s => s.Text, StringComparer.Ordinal);
        return new Wording(main.Text)
        {
            Easy = Aside(XlsFormNames.Easy), Proxy = Aside(XlsFormNames.Proxy), In = others.Count > 0 ? others : null,
            Picture = field == "label" && row[XlsFormNames.Picture] is { Length: > 0 } picture ? picture : null,
            Audio = field == "label" && row[XlsFormNames.Audio] is { Length: > 0 } audio ? audio : null,
        };
    }
}
