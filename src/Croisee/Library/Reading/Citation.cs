using System.Globalization;
using System.Text;
using Croisee.Data;
using Croisee.Words;

namespace Croisee.Library.Reading;

/// <summary>Who told it, its title, which version, where, when it was read, under which licence.</summary>
public sealed record Citation(string Reference, string Author, string Title, string Publisher, int Number, DateOnly Day, string Address, DateOnly ReadOn)
{
    public static Citation Of(Sheet sheet, SheetContent content, string origin, DateOnly today) => new(
        sheet.Reference, content.Account.Structure.OrganisationName is { Length: > 0 } structure ? structure : "Personne à titre individuel", content.Title,
        content.PublishedBy, sheet.Number, sheet.UpdatedAt.ParisDay(), $"{origin}/experiences/{sheet.Reference}", today);

    public string InWords() => $"{Named()} {Address} (lue le {ReadOn.Short()}). {Sheet.Licence}.";

    /// <summary>On paper: the day of reading is not known.</summary>
    public string OnPaper() => $"{Named()} {Address}. {Sheet.Licence}.";

    string Named() => $"{Author}. « {Title} », fiche {Reference}, version {Number} du {Day.Short()}. Répertoire Croisée, publiée par {Publisher}.";

    public string BibTex() => $"@misc{{croisee-{Reference},\n" + string.Concat(new[]
    {
        ("author", "{" + Tex(Author) + "}"), ("title", Tex(Title)), ("year", Day.Year.ToString(CultureInfo.InvariantCulture)), ("month", Day.Month.ToString(CultureInfo.InvariantCulture)),
        ("howpublished", $"\\url{{{Address}}}"), ("publisher", Tex(Publisher)), ("note", $"Version {Number}, {Tex(Sheet.Licence)}"), ("urldate", ReadOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    }.Select(f => $"  {f.Item1} = {{{f.Item2}}},\n")) + "}\n";

    public string Ris() => string.Join("\r\n",
        "TY  - WEB", "AU  - " + Line(Author), "TI  - " + Line(Title), string.Create(CultureInfo.InvariantCulture, $"PY  - {Day:yyyy}"), string.Create(CultureInfo.InvariantCulture, $"DA  - {Day:yyyy/MM/dd}"),
        "PB  - " + Line(Publisher), "UR  - " + Address, string.Create(CultureInfo.InvariantCulture, $"ET  - {Number}"), "N1  - " + Sheet.Licence, "LA  - fr", "ER  - ", "");

    /// <summary>One line, with the signs that TeX would read as commands spelt out.</summary>
    static string Tex(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        foreach (var c in Line(text))
            safe.Append(c switch
            {
                '\\' => "\\textbackslash ", '~' => "\\textasciitilde ", '^' => "\\textasciicircum ",
                '{' => "\\{", '}' => "\\}", '&' => "\\&", '%' => "\\%", '$' => "\\$", '#' => "\\#", '_' => "\\_",
                _ => c.ToString(),
            });
        return safe.ToString();
    }

    static string Line(string text) => string.Concat(text.ReplaceLineEndings(" ").Where(c => !char.IsControl(c))).Trim();
}
