using System.Buffers.Binary;
using System.Text;
using Croisee.Files;
using Xunit;

namespace Croisee.Tests.Files;

/// <summary>Bombs, stowaways and programs (quality S12, S13). Limits are asserted, not seconds.</summary>
[Trait("kind", "pure")]
public class HostileDocumentsTest
{
    static Refusal? Refused(byte[] content) => FileCheck.Inspect(content, "document").Refused;
    static byte[] Zeros(int megabytes) => new byte[megabytes << 20];

    /// <summary>The most that reading may allocate for any bomb: well under the 100 MB of quality S13.</summary>
    static void RefusesCheaply(byte[] content, Refusal reason, int megabytes = 50)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(reason, Refused(content));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (long)megabytes << 20);
    }

    [Fact]
    public void Refuses_macros_wherever_they_hide()
    {
        Assert.Equal(Refusal.Macros, Refused(Documents.Docx(("word/vbaProject.bin", [1]))));
        Assert.Equal(Refusal.Macros, Refused(Documents.Zip(Documents.Types("vnd.ms-word.document.macroEnabled.main+xml"))));
        Assert.Equal(Refusal.Macros, Refused(Documents.Odt(("Basic/Standard/Module1.xml", [1]))));
        Assert.Equal(Refusal.Macros, Refused(Documents.Odt(("Scripts/python/x.py", [1]))));
        Assert.Equal(Refusal.Macros, Refused(Documents.Docx(("xl/macrosheets/sheet1.xml", [1]))));
        var nested = Documents.Zip(Documents.Types(Documents.SheetMain), ("xl/vbaProject.bin", [1]));
        Assert.Equal(Refusal.Macros, Refused(Documents.Docx(("word/embeddings/tableau.xlsx", nested))));
    }

    [Fact]
    public void Refuses_programs_and_calls_inside_documents()
    {
        Assert.Equal(Refusal.ActiveContent, Refused(Documents.Docx(("word/embeddings/oleObject1.bin", [1]))));
        Assert.Equal(Refusal.ActiveContent, Refused(Documents.Docx(("word/activeX/activeX1.xml", [1]))));
        Assert.Equal(Refusal.ActiveContent, Refused(Documents.Docx(("word/media/a.exe", [1]))));
        Assert.Equal(Refusal.ActiveContent, Refused(Documents.Docx(("word/media/a.bin", Encoding.Latin1.GetBytes("MZ\u0090\0")))));
        Assert.Equal(Refusal.ActiveContent, Refused(Documents.Docx(("word/media/a.emf", [0xD0, 0xCF, 0x11, 0xE0]))));
        Assert.Equal(Refusal.ActiveContent, Refused(Documents.Docx(("word/_rels/document.xml.rels", Documents.Relation("oleObject", "https://ailleurs.example/x.hta")))));
        Assert.Null(Refused(Documents.Docx(("word/_rels/document.xml.rels", Documents.Relation("hyperlink", "https://ailleurs.example/")))));
    }

    [Fact]
    public void Refuses_entities_in_the_parts_it_reads() =>
        Assert.Equal(Refusal.Damaged, Refused(Documents.Zip(("[Content_Types].xml", "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><Types>&b;</Types>"u8.ToArray()))));

    [Fact]
    public void Refuses_documents_that_unpack_out_of_measure()
    {
        RefusesCheaply(Documents.Docx(("word/blanc.xml", Zeros(64))), Refusal.Bomb);
        RefusesCheaply(Documents.Docx(("word/blanc.xml", Zeros(101))), Refusal.Bomb);
        RefusesCheaply(Documents.Docx(("word/a.xml", Zeros(40)), ("word/b.xml", Zeros(40)), ("word/c.xml", Zeros(40))), Refusal.Bomb);
    }

    [Fact]
    public void Refuses_archives_inside_archives_inside_documents()
    {
        var inner = Documents.Zip(Documents.Types(Documents.SheetMain), ("x.xlsx", FileCheckTest.Sample("xlsx")));
        RefusesCheaply(Documents.Docx(("word/embeddings/tableau.xlsx", inner)), Refusal.Bomb);
        var bomb = Documents.Zip(Documents.Types(Documents.SheetMain), ("xl/sharedStrings.xml", Zeros(90)));
        RefusesCheaply(Documents.Docx(("word/embeddings/tableau.xlsx", bomb)), Refusal.Bomb);
        RefusesCheaply(Documents.Docx(("word/embeddings/archive.zip", Documents.Zip(("a.txt", [1])))), Refusal.Archive);
    }

    [Fact]
    public void Counts_nested_documents_in_the_same_measure()
    {
        // Ten nested spreadsheets, each within bounds, together beyond them.
        var random = new byte[1 << 20];
        new Random(7).NextBytes(random);
        var sheet = Documents.Zip(Documents.Types(Documents.SheetMain), ("a.bin", random), ("b.xml", Zeros(9)));
        var parts = Enumerable.Range(0, 10).Select(i => ($"word/embeddings/{i}.xlsx", sheet)).ToArray();
        RefusesCheaply(Documents.Docx(parts), Refusal.Bomb);
    }

    [Fact]
    public void Refuses_too_many_entries_from_the_count_alone()
    {
        var zip = Documents.Zip([.. Enumerable.Range(0, 3000).Select(i => ($"p{i}.xml", new byte[] { 1 }))]);
        RefusesCheaply(zip, Refusal.Bomb);
        // A false count does not help: the directory must end where it says.
        BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(zip.Length - 12), 10);
        RefusesCheaply(zip, Refusal.Damaged);
    }

    /// <summary>The directory promises one byte, the part holds a megabyte.</summary>
    [Fact]
    public void Refuses_a_part_that_is_longer_than_it_says()
    {
        var zip = Documents.Docx(("word/menteur.xml", Zeros(1)));
        var name = "word/menteur.xml"u8;
        var at = zip.AsSpan().LastIndexOf(name) - 46;
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at + 24), 1);
        RefusesCheaply(zip, Refusal.Bomb);
    }

    [Theory]
    [InlineData("../../etc/passwd"), InlineData("/etc/passwd"), InlineData("a\\b.xml"), InlineData("C:/x"), InlineData("a\0b")]
    public void Refuses_parts_whose_name_leaves_the_archive(string name) =>
        Assert.Equal(Refusal.Damaged, Refused(Documents.Docx((name, [1]))));

    /// <summary>A link, a socket, a device: what an archive may hold and a document never does (ASVS 5.2.5). A folder and a file made on another system are no fault.</summary>
    [Theory, InlineData(0xA1FF, false), InlineData(0xC1FF, false), InlineData(0x61FF, false), InlineData(0x11FF, false), InlineData(0x41ED, true), InlineData(0x81A4, true), InlineData(0, true)]
    public void Refuses_parts_that_are_links_or_devices(int mode, bool taken)
    {
        var zip = Documents.Docx(("word/lien.xml", "/etc/passwd"u8.ToArray()));
        var at = zip.AsSpan().LastIndexOf("word/lien.xml"u8) - 46;
        BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(at + 40), (ushort)mode);
        Assert.Equal((Refusal?)(taken ? null : Refusal.Damaged), Refused(zip));
    }

    [Fact]
    public void Refuses_stowaways_and_doubles_in_an_archive()
    {
        Assert.Equal(Refusal.WebPage, Refused([.. "<script>"u8, .. Documents.Docx()]));
        Assert.Equal(Refusal.Damaged, Refused([.. Documents.Docx(), .. "<script>"u8]));
        Assert.Equal(Refusal.Damaged, Refused(Documents.Docx(("word/document.xml", [1]))));
        // Two directory lines for the same bytes: the densest bombs are made so.
        var zip = Documents.Docx(("word/aaaaaaaa.xml", Zeros(1)), ("word/bbbbbbbb.xml", Zeros(1)));
        var first = zip.AsSpan().LastIndexOf("word/aaaaaaaa.xml"u8) - 46;
        var second = zip.AsSpan().LastIndexOf("word/bbbbbbbb.xml"u8) - 46;
        zip.AsSpan(first + 42, 4).CopyTo(zip.AsSpan(second + 42));
        Assert.Equal(Refusal.Damaged, Refused(zip));
    }

    [Fact]
    public void Refuses_locked_documents()
    {
        Assert.Equal(Refusal.Encrypted, Refused(Documents.Zip(("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()), ("content.xml", [1]),
            ("META-INF/manifest.xml", "<manifest:encryption-data/>"u8.ToArray()))));
        Assert.Equal(Refusal.Encrypted, Refused(Documents.PdfOf("/Encrypt 9 0 R", ("<< /Type /Pages /Kids [] /Count 0 >>", null))));
    }

    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), InlineData("/AA << /O << /S /J#61vaScript >> >>")]
    [InlineData("/A << /S /Launch /F (cmd.exe) >>"), InlineData("/Names << /EmbeddedFiles 9 0 R >>"), InlineData("/AcroForm << /XFA 9 0 R >>")]
    public void Refuses_scripts_and_files_in_a_pdf_packed_or_not(string active)
    {
        Assert.Equal(Refusal.ActiveContent, Refused(Documents.PdfOf("", ($"<< /Type /Catalog /Pages 2 0 R {active} >>", null), ("<< /Type /Pages >>", null))));
        Assert.Equal(Refusal.ActiveContent, Refused(Documents.PackedPdf(active)));
    }

    [Fact]
    public void Refuses_a_pdf_of_a_hundred_thousand_pages()
    {
        Assert.Equal(Refusal.TooManyPages, Refused(Documents.PdfOf("", ("<< /Type /Pages /Kids [3 0 R] /Count 100000 >>", null))));
        Assert.Null(Refused(Documents.PdfOf("", ("<< /Type /Pages /Kids [3 0 R] /Count 2000 >>", null))));
        Assert.Equal(Refusal.TooManyPages, Refused(Documents.PackedPdf("/Kids [4 0 R] /Count 100000")));
    }

    /// <summary>One great stream, or many that each break off before the end: what is unpacked is counted either way.</summary>
    [Theory, InlineData(1, 200, false), InlineData(300, 10, true)]
    public void Refuses_a_packed_pdf_bomb(int streams, int megabytes, bool broken)
    {
        var bomb = Documents.Zlib(Zeros(megabytes));
        if (broken) bomb.AsSpan(bomb.Length - 40).Fill(0xFF);
        var packed = ($"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {bomb.Length} >>", bomb);
        RefusesCheaply(Documents.PdfOf("", [("<< /Type /Pages /Kids [] /Count 0 >>", null), .. Enumerable.Repeat(packed, streams)]), Refusal.Bomb, 80);
    }

    [Fact]
    public void Refuses_a_pdf_that_drowns_a_script_in_names()
    {
        var many = string.Concat(Enumerable.Range(0, 25_000).Select(i => $"/n{i} 1 "));
        Assert.Equal(Refusal.Damaged, Refused(Documents.PdfOf("", ($"<< /Type /Pages {many} /JS (app.alert(1)) >>", null))));
    }

    [Fact]
    public void Refuses_pictures_of_absurd_size_from_their_header()
    {
        RefusesCheaply(Pictures.Png(65_000, 65_000), Refusal.TooManyPixels);
        RefusesCheaply(Pictures.Png(20_001, 1), Refusal.TooManyPixels);
        RefusesCheaply(Pictures.Png(8_001, 8_000), Refusal.TooManyPixels);
        RefusesCheaply(Pictures.Png(-1, 5), Refusal.TooManyPixels);
        RefusesCheaply(Pictures.Png(0, 5), Refusal.Damaged);
        Assert.Null(Refused(Pictures.Png(8_000, 8_000)));
        var jpeg = (byte[])Pictures.Jpeg.Clone();
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        jpeg.AsSpan(frame + 5, 4).Fill(0xFD);
        RefusesCheaply(jpeg, Refusal.TooManyPixels);
        var gif = (byte[])Pictures.Gif.Clone();
        gif.AsSpan(6, 4).Fill(0xFD);
        RefusesCheaply(gif, Refusal.TooManyPixels);
        var webp = Pictures.TalkativeWebp();
        webp.AsSpan(24, 6).Fill(0xFD);
        RefusesCheaply(webp, Refusal.TooManyPixels);
    }

    /// <summary>Two megabytes of each sign on which a careless reader would start again from the beginning.</summary>
    [Theory]
    [InlineData("("), InlineData("<"), InlineData("%"), InlineData("1 0 obj\n"), InlineData("stream\n"), InlineData("1 0 obj stream\n"), InlineData("trailer <<"), InlineData("/a 1 ")]
    public async Task Reads_a_hostile_pdf_once(string sign)
    {
        var body = string.Concat(Enumerable.Repeat(sign, (2 << 20) / sign.Length));
        var pdf = Encoding.Latin1.GetBytes("%PDF-1.7\n" + body + "\n%%EOF");
        // A linear reading takes a fraction of a second; a quadratic one takes hours.
        await Task.Run(() => FileCheck.Inspect(pdf, null)).WaitAsync(TimeSpan.FromSeconds(20));
    }
}
