using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>One row of a sheet under the names of its columns, with its number as the spreadsheet shows it.</summary>
sealed record SheetRow(string Sheet, int Number, IReadOnlyDictionary<string, string> Cells)
{
    public string Where => $"{Sheet}, ligne {Number}";
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}

/// <summary>The named sheets of an .xlsx file as texts. Every length is bounded, and no part is held whole: a bomb costs what a questionnaire costs (S13).</summary>
sealed class Workbook : IDisposable
{
    /// <summary>Bytes of the file as it comes.</summary>
    public const int LongestFile = 4_000_000;
    public const int ColumnsMax = 120, RowsMax = 5_000, PartsMax = 400, CellMax = 32_767;
    const int PartMax = 24_000_000, StringsMax = 40_000, SignsMax = 8_000_000;

    readonly ZipArchive zip;
    readonly List<string> strings = [];
    readonly Dictionary<string, string> paths = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, string[]> heads = new(StringComparer.OrdinalIgnoreCase);
    int signs;

    Workbook(Stream file)
    {
        zip = new(file, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > PartsMax) throw new UnreadableFile("fichier", "Ce classeur a trop de parties.");
    }

    /// <summary>Rows that say something in a column without a name.</summary>
    public List<string> Unnamed { get; } = [];
    /// <summary>Cells whose value a formula computed: its last value is read, as a text.</summary>
    public List<string> Formulas { get; } = [];

    public static Workbook Of(Stream file)
    {
        Workbook? book = null;
        try
        {
            book = new Workbook(file);
            book.Names();
            book.Strings();
            return book;
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or EndOfStreamException)
        {
            book?.Dispose();
            throw new UnreadableFile("fichier", "Ce fichier ne se lit pas comme un classeur .xlsx.");
        }
        catch
        {
            book?.Dispose();
            throw;
        }
    }

    public bool Has(string sheet) => paths.ContainsKey(sheet);

    XmlReader? Part(string path) => zip.GetEntry(path) is { } entry
        ? XmlReader.Create(new BoundedStream(entry.Open(), PartMax, path), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = PartMax, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true }) : null;

    void Names()
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var relations = Part("xl/_rels/workbook.xml.rels") ?? throw Foreign())
            while (relations.Read())
                if (relations is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }) targets[relations.GetAttribute("Id") ?? ""] = relations.GetAttribute("Target") ?? "";
        using var book = Part("xl/workbook.xml") ?? throw new InvalidDataException();
        while (book.Read())
            if (book is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && targets.TryGetValue(book.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? "", out var target))
                paths.TryAdd((book.GetAttribute("name") ?? "").Trim(), target.StartsWith('/') ? target[1..] : "xl/" + target);
    }

    /// <summary>What else is zipped and held for a questionnaire. An archive of LimeSurvey holds answers too: they have no business here.</summary>
    Exception Foreign() =>
        zip.Entries.Any(e => e.Name.EndsWith(".lss", StringComparison.OrdinalIgnoreCase)) ? new UnreadableFile("fichier", "Ce fichier est une archive LimeSurvey (.lsa), avec ses réponses : exportez « Structure de l’enquête (.lss) ».")
        : zip.GetEntry("content.xml") is not null ? new UnreadableFile("fichier", "Ce classeur est au format de LibreOffice (.ods) : enregistrez-le au format .xlsx.") : new InvalidDataException();

    void Strings()
    {
        using var xml = Part("xl/sharedStrings.xml");
        if (xml is null) return;
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                if (strings.Count == StringsMax) throw new UnreadableFile("fichier", "Ce classeur a trop de textes.");
                strings.Add(Text(xml, "fichier"));
            }
    }

    /// <summary>The words of an element, its runs joined, without the readings that East Asian files put beside them.</summary>
    string Text(XmlReader xml, string where)
    {
        if (xml.IsEmptyElement) return "";
        var text = new StringBuilder();
        var (end, aside) = (xml.Depth, -1);
        while (xml.Read() && xml.Depth > end)
        {
            if (aside >= 0 && xml.Depth > aside) continue;
            aside = xml is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false } ? xml.Depth : -1;
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            text.Append(xml.Value);
            if (text.Length > CellMax) throw new UnreadableFile(where, $"Une case a plus de {CellMax} signes.");
        }
        if ((signs += text.Length) > SignsMax) throw new UnreadableFile(where, "Ce classeur a trop de textes.");
        return Unescaped(text.ToString());
    }

    /// <summary>The format writes a sign that XML cannot hold as _x000D_, and an underscore before such words as _x005F_.</summary>
    static string Unescaped(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_' && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sign)) 
            {
                // A sign that is no text is no part of it.
                if (!ControlSigns.Are((char)sign)) plain.Append((char)sign);
                i += 6;
            }
            else plain.Append(text[i]);
        }
        return plain.ToString();
    }

    /// <summary>The columns of a sheet that was read, in their order.</summary>
    public IReadOnlyList<string> Heads(string sheet) => heads.GetValueOrDefault(sheet, []);

    /// <summary>Rows that hold something, under the heads of the first one that does.</summary>
    public IReadOnlyList<SheetRow> Rows(string sheet)
    {
        if (!paths.TryGetValue(sheet, out var path)) return [];
        var found = new List<SheetRow>();
        string[]? head = null;
        try
        {
            using var xml = Part(path);
            if (xml is null) return [];
            var number = 0;
            while (xml.Read())
            {
                if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" }) continue;
                number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : number + 1;
                var cells = Cells(xml, $"{sheet}, ligne {number}");
                if (cells.Count == 0) continue;
                if (head is null) { head = Head(cells); heads[sheet] = [.. head.Where(h => h is { Length: > 0 })]; continue; }
                if (found.Count == RowsMax) throw new UnreadableFile($"{sheet}, ligne {number}", $"Une feuille a plus de {RowsMax} lignes.");
                found.Add(new(sheet, number, Named(head, cells)));
                if (cells.Any(c => c.Column >= head.Length || head[c.Column] is not { Length: > 0 })) Unnamed.Add($"{sheet}, ligne {number}");
            }
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException) { throw new UnreadableFile(sheet, "Cette feuille ne se lit pas."); }
        return found;
    }

    static string[] Head(List<(int Column, string Text)> cells)
    {
        var head = new string[cells[^1].Column + 1];
        foreach (var (column, text) in cells) head[column] = XlsFormNames.Canonical(text);
        return head;
    }

    static Dictionary<string, string> Named(string[] head, List<(int Column, string Text)> cells)
    {
        var named = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (column, text) in cells) if (column < head.Length && head[column] is { Length: > 0 } name) named.TryAdd(name, text);
        return named;
    }

    List<(int Column, string Text)> Cells(XmlReader row, string where)
    {
        var cells = new List<(int, string)>();
        if (row.IsEmptyElement) return cells;
        var (end, column) = (row.Depth, -1);
        while (row.Read() && row.Depth > end)
        {
            if (row is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            column = ColumnOf(row.GetAttribute("r")) ?? column + 1;
            // Spaces before and after are nobody's answer: tools of this format leave them out.
            var text = Cell(row, where).Trim();
            if (text.Length == 0) continue;
            // Empty cells that only have a colour may reach the last column that a spreadsheet has.
            if (column >= ColumnsMax) throw new UnreadableFile(where, $"Une feuille a plus de {ColumnsMax} colonnes.");
            cells.Add((column, text));
        }
        return cells;
    }

    string Cell(XmlReader cell, string where)
    {
        var type = cell.GetAttribute("t");
        if (cell.IsEmptyElement) return "";
        var (end, text) = (cell.Depth, "");
        var more = cell.Read();
        while (more && cell.Depth > end)
        {
            if (cell is { NodeType: XmlNodeType.Element, LocalName: "f" }) Formulas.Add(where);
            // Text stops on the end of its element: the next turn reads on.
            if (cell is { NodeType: XmlNodeType.Element, LocalName: "v" or "is" }) text = Text(cell, where);
            more = cell.Read();
        }
        return type switch
        {
            "s" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < strings.Count ? strings[at] : "",
            "e" => "",
            "b" => text == "1" ? "TRUE" : "FALSE",
            _ => text,
        };
    }

    static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in reference ?? "")
            if (char.IsAsciiLetterUpper(letter) && column < 1_000_000) column = column * 26 + letter - 'A' + 1; else break;
        return column > 0 ? column - 1 : null;
    }

    public void Dispose() => zip.Dispose();
}
