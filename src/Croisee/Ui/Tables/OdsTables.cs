using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Croisee.Ui.Tables;

/// <summary>OpenDocument (ISO/IEC 26300) spreadsheet: the parts that a table needs, in one stream of rows.</summary>
public sealed class OdsTables : ITables
{
    public const string Type = "application/vnd.oasis.opendocument.spreadsheet";
    const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0", Manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", Version = "1.3";

    readonly ZipArchive zip;
    readonly Stream part;
    readonly XmlWriter xml;
    readonly List<string> names = [];
    string name = "";
    IReadOnlyList<string> head = [];
    int rows;

    public OdsTables(Stream output)
    {
        zip = new(output, ZipArchiveMode.Create, leaveOpen: true);
        // First and not compressed, so that the kind of the file can be read from its first bytes.
        using (var kind = zip.CreateEntry("mimetype", CompressionLevel.NoCompression).Open()) kind.Write(Encoding.ASCII.GetBytes(Type));
        using (var manifest = Writer(zip.CreateEntry("META-INF/manifest.xml", CompressionLevel.Fastest).Open()))
        {
            manifest.WriteStartElement("manifest", "manifest", Manifest);
            manifest.WriteAttributeString("version", Manifest, Version);
            foreach (var (path, type) in new[] { ("/", Type), ("content.xml", "text/xml") })
            {
                manifest.WriteStartElement("file-entry", Manifest);
                manifest.WriteAttributeString("full-path", Manifest, path);
                manifest.WriteAttributeString("media-type", Manifest, type);
                manifest.WriteEndElement();
            }
        }
        part = zip.CreateEntry("content.xml", CompressionLevel.Fastest).Open();
        xml = Writer(part);
        xml.WriteStartElement("office", "document-content", Office);
        xml.WriteAttributeString("xmlns", "table", null, Table);
        xml.WriteAttributeString("xmlns", "text", null, Text);
        xml.WriteAttributeString("version", Office, Version);
        xml.WriteStartElement("body", Office);
        xml.WriteStartElement("spreadsheet", Office);
    }

    public void Begin(string name, IReadOnlyList<string> head)
    {
        if (names.Count > 0) xml.WriteEndElement();
        (this.name, this.head) = (name, head);
        Open(name);
    }

    void Open(string title)
    {
        names.Add(title);
        rows = 0;
        xml.WriteStartElement("table", Table);
        xml.WriteAttributeString("name", Table, title);
        xml.WriteStartElement("table-column", Table);
        xml.WriteAttributeString("number-columns-repeated", Table, XmlConvert.ToString(Math.Max(1, head.Count)));
        xml.WriteEndElement();
        xml.WriteStartElement("table-header-rows", Table);
        Write(head.Select(h => new TableCell(h)));
        xml.WriteEndElement();
    }

    public void Row(IEnumerable<TableCell> cells)
    {
        if (rows == TableText.RowsMax) { xml.WriteEndElement(); Open($"{name} {names.Count(n => n.StartsWith(name, StringComparison.Ordinal)) + 1}"); }
        Write(cells);
    }

    void Write(IEnumerable<TableCell> cells)
    {
        rows++;
        xml.WriteStartElement("table-row", Table);
        foreach (var cell in cells)
        {
            xml.WriteStartElement("table-cell", Table);
            if (cell.Text.Length > 0)
            {
                // A cell without a formula attribute is a value, whatever its text begins with.
                xml.WriteAttributeString("value-type", Office, cell.IsNumber ? "float" : "string");
                if (cell.IsNumber) xml.WriteAttributeString("value", Office, cell.Text);
                foreach (var line in TableText.Clean(cell.Text).ReplaceLineEndings("\n").Split('\n'))
                {
                    xml.WriteStartElement("p", Text);
                    Line(line);
                    xml.WriteEndElement();
                }
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    /// <summary>The format takes several spaces for one, and a tab for a space: both have their own elements.</summary>
    void Line(string line)
    {
        var from = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\t' && !(line[i] == ' ' && (i == 0 || i == line.Length - 1 || line[i - 1] == ' '))) continue;
            xml.WriteString(line[from..i]);
            xml.WriteElementString("text", line[i] == '\t' ? "tab" : "s", Text, null);
            from = i + 1;
        }
        xml.WriteString(line[from..]);
    }

    public void Flush() => xml.Flush();

    public void Dispose()
    {
        xml.Dispose();
        part.Dispose();
        zip.Dispose();
    }

    static XmlWriter Writer(Stream stream) => XmlWriter.Create(stream, new() { CloseOutput = true, Encoding = new UTF8Encoding(false) });
}
