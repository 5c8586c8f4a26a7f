using System.IO.Compression;
using System.Text;

namespace Croisee.Tests.Files;

/// <summary>Small documents built by hand, each with its author's name in every place where one is kept.</summary>
static class Documents
{
    public const string Author = "Camille Durand";

    /// <summary>Puts numbered objects one after the other and writes a true table of offsets.</summary>
    public static byte[] PdfOf(string trailer, params (string Dictionary, byte[]? Stream)[] objects)
    {
        var pdf = new MemoryStream();
        void Put(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));
        Put("%PDF-1.7\n%âãÏÓ\n");
        var offsets = new List<long>();
        foreach (var (dictionary, stream) in objects)
        {
            offsets.Add(pdf.Position);
            Put($"{offsets.Count} 0 obj\n{dictionary}\n");
            if (stream is not null) { Put("stream\n"); pdf.Write(stream); Put("\nendstream\n"); }
            Put("endobj\n");
        }
        var table = pdf.Position;
        Put($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) Put($"{offset:D10} 00000 n \n");
        Put($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return pdf.ToArray();
    }

    /// <summary>Name, dates, XMP and a photograph with its EXIF, as an office suite writes them. One text stands in an object of its own.</summary>
    public static byte[] Pdf()
    {
        var xmp = Encoding.UTF8.GetBytes($"<?xpacket begin='' id=''?><x:xmpmeta xmlns:x='adobe:ns:meta/'>{Author}</x:xmpmeta><?xpacket end='w'?>");
        var photo = Pictures.TalkativeJpeg()[..^"<?php system($_GET[0]); ?><script>alert(1)</script>".Length];
        return PdfOf("/Info 5 0 R",
            ("<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R >>", null),
            ("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", null),
            ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /Im0 7 0 R >> >> >>", null),
            ("<< /Length 31 >>", "q 100 0 0 100 10 10 cm /Im0 Do Q"u8.ToArray()[..31]),
            ($"<< /Title (Récit \\(brouillon\\) de {Author}) /Author <43616D696C6C65204475> /Producer (Suite) /Creator 8 0 R /CreationDate (D:20260102030405+01'00') >>", null),
            ($"<< /Type /Metadata /Subtype /XML /Length {xmp.Length} >>", xmp),
            ($"<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length {photo.Length} >>", photo),
            ($"({Author})", null));
    }

    /// <summary>Since PDF 1.5 small objects, the author's among them, lie together in a compressed stream, and XMP may be compressed too.</summary>
    public static byte[] PackedPdf(string extra = "")
    {
        var info = $"<< /Author ({Author}) /Keywords (santé, hôpital) >>";
        var pages = $"<< /Type /Pages /Kids [3 0 R] /Count 1 {extra} >>";
        var head = $"5 0 2 {info.Length + 1} ";
        var packed = Zlib(Encoding.Latin1.GetBytes(head + info + " " + pages));
        var xmp = Zlib(Encoding.UTF8.GetBytes($"<x:xmpmeta>{Author}</x:xmpmeta>"));
        return PdfOf("/Info 5 0 R",
            ("<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R >>", null),
            ($"<< /Type /ObjStm /N 2 /First {head.Length} /Filter /FlateDecode /Length {packed.Length} >>", packed),
            ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>", null),
            ($"<< /Type /Metadata /Subtype /XML /Filter /FlateDecode /Length {xmp.Length} >>", xmp));
    }

    public static byte[] Zlib(byte[] plain)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(plain);
        return packed.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        return zip.ToArray();
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static (string, byte[]) Types(string main) => ("[Content_Types].xml", Utf8(
        $"""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/{main}"/></Types>"""));

    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string WordMain = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    public const string SheetMain = "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    public const string SlidesMain = "vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";

    public static byte[] Relation(string type, string target) => Utf8(
        $"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Office}/{type}" Target="{target}" TargetMode="External"/><Relationship Id="r2" Type="{Office}/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/></Relationships>""");

    public static byte[] Docx(params (string, byte[])[] more) => Zip(
    [
        Types(WordMain),
        ("_rels/.rels", Relation("hyperlink", "https://exemple.fr/")),
        ("word/document.xml", Utf8("<w:document>Le texte du récit</w:document>")),
        ("docProps/core.xml", Utf8($"<cp:coreProperties><dc:creator>{Author}</dc:creator></cp:coreProperties>")),
        ("docProps/app.xml", Utf8($"<Properties><Company>{Author}</Company></Properties>")),
        ("docProps/thumbnail.jpeg", Pictures.Jpeg),
        ("word/media/image1.jpg", Pictures.TalkativeJpeg()),
        .. more,
    ]);

    public static byte[] Odt(params (string, byte[])[] more) => Zip(
    [
        ("mimetype", Utf8("application/vnd.oasis.opendocument.text")),
        ("content.xml", Utf8("<office:document-content>Le texte du récit</office:document-content>")),
        ("meta.xml", Utf8($"<office:document-meta><dc:creator>{Author}</dc:creator></office:document-meta>")),
        ("Thumbnails/thumbnail.png", Pictures.TalkativePng()),
        ("META-INF/manifest.xml", Utf8("<manifest:manifest/>")),
        .. more,
    ]);
}
