using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Croisee.Ui.Tables;

/// <summary>Office Open XML (ISO/IEC 29500), the parts that a table needs. Texts are inline, so nothing is gathered before it is written.</summary>
public sealed class XlsxTables(Stream output) : ITables
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Package = "http://schemas.openxmlformats.org/package/2006/relationships", Types = "http://schemas.openxmlformats.org/package/2006/content-types", Xml = "http://www.w3.org/XML/1998/namespace";
    /// <summary>What one cell holds, by the format.</summary>
    public const int TextMax = 32_767;

    readonly ZipArchive zip = new(output, ZipArchiveMode.Create, leaveOpen: true);
    readonly List<string> names = [];
    Stream? part;
    XmlWriter xml = null!;
    string name = "";
    IReadOnlyList<string> head = [];
    int rows;

    public void Begin(string name, IReadOnlyList<string> head)
    {
        End();
        (this.name, this.head) = (name, head);
        Open(name);
    }

    void Open(string title)
    {
        names.Add(title);
        (part, rows) = (Part($"xl/worksheets/sheet{names.Count}.xml"), 0);
        xml = Writer(part);
        xml.WriteStartElement("worksheet", Main);
        // The head stays in sight when rows are turned over.
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("workbookViewId", "0");
        xml.WriteStartElement("pane");
        xml.WriteAttributeString("ySplit", "1");
        xml.WriteAttributeString("topLeftCell", "A2");
        xml.WriteAttributeString("activePane", "bottomLeft");
        xml.WriteAttributeString("state", "frozen");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("sheetData");
        Write(head.Select(h => new TableCell(h)), style: "1");
    }

    public void Row(IEnumerable<TableCell> cells)
    {
        if (rows == TableText.RowsMax) { End(); Open($"{name} {names.Count(n => n.StartsWith(name, StringComparison.Ordinal)) + 1}"); }
        Write(cells, style: null);
    }

    void Write(IEnumerable<TableCell> cells, string? style)
    {
        rows++;
        xml.WriteStartElement("row");
        foreach (var cell in cells)
        {
            xml.WriteStartElement("c");
            if (cell is { IsNumber: true, Text.Length: > 0 }) xml.WriteElementString("v", cell.Text);
            else if (cell.Text.Length > 0)
            {
                // Style 2 is a quoted text: typed again by hand, it stays a text.
                xml.WriteAttributeString("s", style ?? "2");
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is");
                xml.WriteStartElement("t");
                xml.WriteAttributeString("xml", "space", Xml, "preserve");
                xml.WriteString(Escaped(TableText.Clean(Cut(cell.Text))));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    static string Cut(string text) => text.Length <= TextMax ? text : text[..(char.IsHighSurrogate(text[TextMax - 2]) ? TextMax - 2 : TextMax - 1)] + "…";

    /// <summary>The format reads _x000D_ as a sign: a text that says so says it with its underscore spelt out.</summary>
    static string Escaped(string text) => text.Contains("_x", StringComparison.Ordinal) ? text.Replace("_x", "_x005F_x", StringComparison.Ordinal) : text;

    public void Flush() => xml.Flush();

    void End()
    {
        if (part is null) return;
        xml.Dispose();
        part.Dispose();
        part = null;
    }

    public void Dispose()
    {
        End();
        Write("xl/styles.xml", Main, "styleSheet", x =>
        {
            Group(x, "fonts", ("font", []), ("font", ["b"]));
            Group(x, "fills", ("fill", ["patternFill"]));
            Group(x, "borders", ("border", []));
            Formats(x, "cellStyleXfs", (0, false));
            Formats(x, "cellXfs", (0, false), (1, true), (0, true));
        });
        Write("xl/workbook.xml", Main, "workbook", x =>
        {
            x.WriteStartElement("sheets");
            for (var i = 0; i < names.Count; i++)
            {
                x.WriteStartElement("sheet");
                x.WriteAttributeString("name", names[i]);
                x.WriteAttributeString("sheetId", Number(i + 1));
                x.WriteAttributeString("r", "id", Relations, "rId" + Number(i + 1));
                x.WriteEndElement();
            }
            x.WriteEndElement();
        });
        Write("xl/_rels/workbook.xml.rels", Package, "Relationships", x =>
        {
            for (var i = 0; i < names.Count; i++) Relation(x, "rId" + Number(i + 1), "worksheet", $"worksheets/sheet{i + 1}.xml");
            Relation(x, "styles", "styles", "styles.xml");
        });
        Write("_rels/.rels", Package, "Relationships", x => Relation(x, "rId1", "officeDocument", "xl/workbook.xml"));
        Write("[Content_Types].xml", Types, "Types", x =>
        {
            Typed(x, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
            Typed(x, "Default", "Extension", "xml", "application/xml");
            Typed(x, "Override", "PartName", "/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
            Typed(x, "Override", "PartName", "/xl/styles.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml");
            for (var i = 0; i < names.Count; i++) Typed(x, "Override", "PartName", $"/xl/worksheets/sheet{i + 1}.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
        });
        zip.Dispose();
    }

    static void Group(XmlWriter x, string name, params (string Name, string[] Children)[] members)
    {
        x.WriteStartElement(name);
        x.WriteAttributeString("count", Number(members.Length));
        foreach (var (member, children) in members)
        {
            x.WriteStartElement(member);
            foreach (var child in children) { x.WriteStartElement(child); if (child == "patternFill") x.WriteAttributeString("patternType", "none"); x.WriteEndElement(); }
            x.WriteEndElement();
        }
        x.WriteEndElement();
    }

    static void Formats(XmlWriter x, string name, params (int Font, bool Quoted)[] formats)
    {
        x.WriteStartElement(name);
        x.WriteAttributeString("count", Number(formats.Length));
        foreach (var (font, quoted) in formats)
        {
            x.WriteStartElement("xf");
            foreach (var zero in new[] { "numFmtId", "fillId", "borderId" }) x.WriteAttributeString(zero, "0");
            x.WriteAttributeString("fontId", Number(font));
            if (quoted) x.WriteAttributeString("quotePrefix", "1");
            x.WriteEndElement();
        }
        x.WriteEndElement();
    }

    static void Relation(XmlWriter x, string id, string type, string target)
    {
        x.WriteStartElement("Relationship");
        x.WriteAttributeString("Id", id);
        x.WriteAttributeString("Type", Relations + "/" + type);
        x.WriteAttributeString("Target", target);
        x.WriteEndElement();
    }

    static void Typed(XmlWriter x, string element, string key, string value, string type)
    {
        x.WriteStartElement(element);
        x.WriteAttributeString(key, value);
        x.WriteAttributeString("ContentType", type);
        x.WriteEndElement();
    }

    void Write(string path, string space, string root, Action<XmlWriter> write)
    {
        using var stream = Part(path);
        using var x = Writer(stream);
        x.WriteStartElement(root, space);
        write(x);
        x.WriteEndElement();
    }

    static XmlWriter Writer(Stream stream) => XmlWriter.Create(stream, new() { CloseOutput = false, Encoding = new System.Text.UTF8Encoding(false) });
    Stream Part(string path) => zip.CreateEntry(path, CompressionLevel.Fastest).Open();
    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
