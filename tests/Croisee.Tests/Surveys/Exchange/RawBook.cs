using System.IO.Compression;
using System.Text;

namespace Croisee.Tests.Surveys.Exchange;

/// <summary>A workbook made by hand, honest or not: parts that no library would write.</summary>
static class RawBook
{
    const string Space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    public static byte[] Of(string surveyRows, string? sharedStrings = null, string head = "", int otherParts = 0)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "xl/_rels/workbook.xml.rels", w => w.Write("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"));
            Part(zip, "xl/workbook.xml", w => w.Write($"<workbook {Space} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"survey\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
            Part(zip, "xl/worksheets/sheet1.xml", w => w.Write($"{head}<worksheet {Space}><sheetData>{surveyRows}</sheetData></worksheet>"));
            if (sharedStrings is not null) Part(zip, "xl/sharedStrings.xml", w => w.Write(sharedStrings));
            for (var i = 0; i < otherParts; i++) Part(zip, $"autre/{i}.xml", w => w.Write("<a/>"));
        }
        return bytes.ToArray();
    }

    /// <summary>A part that unpacks to gigabytes.</summary>
    public static byte[] Bomb(string path, long signs)
    {
        using var bytes = new MemoryStream();
        bytes.Write(Of("<row/>"));
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(path)?.Delete();
            Part(zip, path, w =>
            {
                var block = new string(' ', 1 << 20);
                w.Write($"<sst {Space}><si><t>");
                for (long i = 0; i < signs; i += block.Length) w.Write(block);
            });
        }
        return bytes.ToArray();
    }

    static void Part(ZipArchive zip, string path, Action<StreamWriter> write)
    {
        using var writer = new StreamWriter(zip.CreateEntry(path, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        write(writer);
    }
}
