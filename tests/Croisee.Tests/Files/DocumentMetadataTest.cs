using System.IO.Compression;
using System.Text;
using Croisee.Files;
using Xunit;

namespace Croisee.Tests.Files;

[Trait("kind", "pure")]
public class DocumentMetadataTest
{
    static (bool All, byte[] Content) Cleaned(FileKind kind, byte[] content)
    {
        var output = new MemoryStream();
        var all = Metadata.Remove(kind, (byte[])content.Clone(), output);
        return (all, output.ToArray());
    }

    static bool Says(byte[] content, string text) => content.AsSpan().IndexOf(Encoding.Latin1.GetBytes(text)) >= 0;

    [Fact]
    public void Blanks_author_dates_xmp_and_the_photographs_exif_in_a_pdf_without_moving_a_byte()
    {
        var pdf = Documents.Pdf();
        var (all, clean) = Cleaned(FileKind.Pdf, pdf);
        Assert.True(all);
        Assert.Equal(pdf.Length, clean.Length);
        foreach (var secret in new[] { "Camille", "43616D696C6C65", "D:2026", "xmpmeta", "brouillon", "Suite", Pictures.Camera }) Assert.False(Says(clean, secret), secret);
        foreach (var kept in new[] { "/Title", "/Author", "ICC_PROFILE", "/Im0 Do" }) Assert.True(Says(clean, kept), kept);
        Assert.Equal(FileKind.Pdf, FileCheck.Inspect(clean, null).Kind);
    }

    [Fact]
    public void Blanks_the_author_kept_in_a_compressed_stream_of_a_pdf()
    {
        var pdf = Documents.PackedPdf();
        var (all, clean) = Cleaned(FileKind.Pdf, pdf);
        Assert.True(all);
        Assert.Equal(pdf.Length, clean.Length);
        var inside = Inflated(clean, "/ObjStm");
        Assert.DoesNotContain("Camille", inside);
        Assert.DoesNotContain("hôpital", inside);
        Assert.Contains("/Author", inside);
        Assert.Contains("/Type /Pages /Kids [3 0 R] /Count 1", inside);
        Assert.Equal("", Inflated(clean, "/Subtype /XML"));
    }

    static string Inflated(byte[] pdf, string mark)
    {
        var from = pdf.AsSpan().IndexOf(Encoding.Latin1.GetBytes(mark));
        var start = from + pdf.AsSpan(from).IndexOf("stream\n"u8) + 7;
        using var zlib = new ZLibStream(new MemoryStream(pdf[start..]), CompressionMode.Decompress);
        using var reader = new StreamReader(zlib, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    [Fact]
    public void Says_when_it_could_not_reach_everything_in_a_pdf()
    {
        var pdf = Encoding.Latin1.GetString(Documents.PackedPdf()).Replace("/FlateDecode", "/LZWDecode00"[..12], StringComparison.Ordinal);
        Assert.False(Cleaned(FileKind.Pdf, Encoding.Latin1.GetBytes(pdf)).All);
    }

    [Fact]
    public void Cuts_what_follows_the_end_of_a_pdf()
    {
        var (_, clean) = Cleaned(FileKind.Pdf, [.. Documents.Pdf(), .. Documents.Docx()]);
        Assert.Equal(Documents.Pdf().Length, clean.Length);
    }

    [Fact]
    public void Empties_the_authors_notes_of_an_office_document_and_keeps_its_text()
    {
        var docx = Documents.Docx(("word/_rels/settings.xml.rels", Documents.Relation("attachedTemplate", @"file:///C:\Users\camille\Modele.dotx")));
        var (all, clean) = Cleaned(FileKind.Docx, docx);
        Assert.True(all);
        using var zip = new ZipArchive(new MemoryStream(clean));
        Assert.All(zip.Entries, e => Assert.DoesNotContain("amille", Text(e)));
        Assert.Contains("Le texte du récit", Text(zip.GetEntry("word/document.xml")!));
        Assert.Null(zip.GetEntry("docProps/thumbnail.jpeg"));
        Assert.DoesNotContain("thumbnail", Text(zip.GetEntry("_rels/.rels")!));
        Assert.Contains("https://exemple.fr/", Text(zip.GetEntry("_rels/.rels")!));
        Assert.Contains("Normal.dotm", Text(zip.GetEntry("word/_rels/settings.xml.rels")!));
        Assert.All(zip.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
        Assert.Equal(FileKind.Docx, FileCheck.Inspect(clean, null).Kind);
    }

    [Fact]
    public void Keeps_the_mimetype_of_an_opendocument_first_and_unpacked()
    {
        var (all, clean) = Cleaned(FileKind.Odt, Documents.Odt());
        Assert.True(all);
        Assert.Equal("mimetypeapplication/vnd.oasis.opendocument.text", Encoding.ASCII.GetString(clean, 30, 47));
        using var zip = new ZipArchive(new MemoryStream(clean));
        Assert.All(zip.Entries, e => Assert.DoesNotContain("Camille", Text(e)));
        Assert.Equal(FileKind.Odt, FileCheck.Inspect(clean, null).Kind);
    }

    static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    [Fact]
    public void Cuts_the_tags_off_an_mp3() => Assert.Equal(Sounds.Frames(), Cleaned(FileKind.Mp3, Sounds.Mp3()).Content);

    [Fact]
    public void Keeps_only_the_sound_of_a_wav()
    {
        var clean = Cleaned(FileKind.Wav, Sounds.Wav()).Content;
        Assert.False(Says(clean, "Camille"));
        Assert.Equal(44 + 8000, clean.Length);
        Assert.Equal(clean.Length - 8, BitConverter.ToInt32(clean, 4));
        Assert.Equal(FileKind.Wav, FileCheck.Inspect(clean, null).Kind);
        // A recorder cut off in the middle said a length that never came.
        Assert.Equal(FileKind.Wav, FileCheck.Inspect(Sounds.Wav()[..200], null).Kind);
        Assert.Equal(Refusal.Damaged, FileCheck.Inspect(Sounds.Wav()[..40], null).Refused);
    }

    [Fact]
    public void Blanks_place_and_author_in_a_voice_recording_without_moving_a_byte()
    {
        var (all, clean) = Cleaned(FileKind.M4a, Sounds.M4a());
        Assert.True(all);
        Assert.Equal(Sounds.M4a().Length, clean.Length);
        Assert.False(Says(clean, "Camille"));
        Assert.False(Says(clean, "+48.8"));
        Assert.Equal(FileKind.M4a, FileCheck.Inspect(clean, null).Kind);
    }

    [Fact]
    public void Blanks_the_comments_of_an_ogg_and_makes_its_checksum_true_again()
    {
        var before = Sounds.Ogg();
        var (all, clean) = Cleaned(FileKind.Ogg, before);
        Assert.True(all);
        Assert.False(Says(clean, "Camille"));
        var start = 28 + 19;
        var page = clean[start..(start + 28 + clean[start + 27])];
        var told = BitConverter.ToUInt32(page, 22);
        page.AsSpan(22, 4).Clear();
        Assert.Equal(Sounds.OggSum(page), told);
    }

    [Fact]
    public void Turns_windows_text_into_utf8()
    {
        byte[] windows = [.. "caf"u8, 0xE9, (byte)';', 0x80, (byte)'\r', (byte)'\n'];
        Assert.Equal("café;€\r\n", Encoding.UTF8.GetString(Cleaned(FileKind.Text, windows).Content));
        Assert.Equal("\uFEFFcafé;€\r\n", Encoding.UTF8.GetString(Cleaned(FileKind.Csv, windows).Content));
        Assert.Equal("déjà"u8.ToArray(), Cleaned(FileKind.Text, "déjà"u8.ToArray()).Content);
    }
}
