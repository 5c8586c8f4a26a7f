using System.Globalization;
using System.Text;
using Croisee.Files;
using Microsoft.Net.Http.Headers;
using Xunit;

namespace Croisee.Tests.Files;

/// <summary>Hostile and merely human file names (quality S12).</summary>
[Trait("kind", "pure")]
public class SafeNameTest
{
    public static TheoryData<string?, string> Names => new()
    {
        { null, "fichier.pdf" }, { "", "fichier.pdf" }, { " ", "fichier.pdf" }, { ".", "fichier.pdf" }, { "..", "fichier.pdf" }, { "...", "fichier.pdf" },
        { "/", "fichier.pdf" }, { @"\\\", "fichier.pdf" }, { ".pdf", "pdf.pdf" }, { "-.pdf", "pdf.pdf" }, { "\0", "fichier.pdf" },
        { "récit.pdf", "récit.pdf" }, { "Compte rendu 12.05.2026.pdf", "Compte rendu 12.05.2026.pdf" }, { "M. Dupont.PDF", "M. Dupont.pdf" },
        { "../../etc/passwd", "passwd.pdf" }, { @"..\..\windows\system32\cmd.exe", "cmd.pdf" }, { "/etc/shadow", "shadow.pdf" }, { @"C:\Users\camille\récit.docx", "récit.pdf" },
        { "....//....//x.pdf", "x.pdf" }, { "..%2f..%2fx.pdf", "2f..-2fx.pdf" }, { "a/b\\c.pdf", "c.pdf" }, { @"\\serveur\partage\x.pdf", "x.pdf" }, { "file:///etc/x", "x.pdf" },
        { "x.pdf/", "x.pdf" }, { "x.php\0.pdf", "x.pdf" }, { "x.pdf\0.exe", "x.pdf" }, { "x\0y.pdf", "xy.pdf" },
        { "facture.pdf.exe", "facture.pdf" }, { "facture.exe.pdf", "facture.pdf" }, { "a.php.jpg.svg.html", "a.pdf" }, { "photo.jpeg", "photo.pdf" }, { "page.phtml", "page.pdf" },
        { "x.exe.", "x.pdf" }, { "x.exe ", "x.pdf" }, { "x.exe. . .", "x.pdf" }, { "x .exe", "x.pdf" }, { "x.pdf::$DATA", "x.pdf---DATA.pdf" }, { "x.asp;.jpg", "x.pdf" },
        { "CON", "fichier-CON.pdf" }, { "con.txt", "fichier-con.pdf" }, { "Nul.tar.gz", "fichier-Nul.pdf" }, { "COM1.pdf", "fichier-COM1.pdf" }, { "lpt9.x.y", "fichier-lpt9.x.y.pdf" },
        { "COM¹", "fichier-COM¹.pdf" }, { "AUX .pdf", "fichier-AUX.pdf" }, { "CONGE.pdf", "CONGE.pdf" }, { "prn.exe.exe", "fichier-prn.pdf" },
        { "a<b>c:d\"e|f?g*h.pdf", "a-b-c-d-e-f-g-h.pdf" }, { "x;rm -rf ~.pdf", "x-rm -rf.pdf" }, { "$(id).pdf", "(id).pdf" }, { "`id`.pdf", "id.pdf" }, { "x\r\nSet-Cookie: a=b.pdf", "xSet-Cookie- a=b.pdf" },
        { "x\"; filename=\"y.exe", "x-- filename=-y.pdf" }, { "=cmd|' /C calc'!A0.csv", "C calc-!A0.pdf" }, { "--help.pdf", "help.pdf" }, { ".htaccess", "htaccess.pdf" }, { ".bashrc", "bashrc.pdf" },
        { "tab\tici.pdf", "tabici.pdf" }, { "a\u00A0\u2003\u3000b.pdf", "a b.pdf" }, { "a\u2028b\u2029c.pdf", "a b c.pdf" },
        { "facture\u202Efdp.exe", "facturefdp.pdf" }, { "\u202Egpj.exe", "gpj.pdf" }, { "a\u2066b\u2069c.pdf", "abc.pdf" }, { "zéro\u200Blargeur.pdf", "zérolargeur.pdf" }, { "\uFEFFx.pdf", "x.pdf" },
        { "re\u0301cit.pdf", "récit.pdf" }, { "😀 joie.pdf", "😀 joie.pdf" }, { "👩🏽‍⚕️.pdf", "👩🏽⚕️.pdf" }, { "demi\uD83D.pdf", "demi.pdf" }, { "\uDE00demi.pdf", "demi.pdf" }, { "日本語.pdf", "日本語.pdf" },
        { "قصة.pdf", "قصة.pdf" }, { "\uE000privé.pdf", "privé.pdf" }, { "a\u007Fb.pdf", "ab.pdf" }, { "a\u0085b.pdf", "ab.pdf" }, { "a\uFFFDb.pdf", "ab.pdf" }, { "\u0007\u001B[31mrouge.pdf", "[31mrouge.pdf" },
        { "a\u1FEFb\u037Ec.pdf", "a-b-c.pdf" }, { "１．exe", "１．exe.pdf" }, { "a∕b⁄c.pdf", "a∕b⁄c.pdf" },
    };

    [Theory, MemberData(nameof(Names))]
    public void Makes_a_name_safe_and_true(string? original, string safe)
    {
        Assert.Equal(safe, SafeName.For(original, FileKind.Pdf));
        AssertSafe(SafeName.For(original, FileKind.Pdf));
    }

    [Theory]
    [InlineData("a"), InlineData("é"), InlineData("😀"), InlineData("日"), InlineData("a\u0301\u0302"), InlineData(" a"), InlineData(".a"), InlineData("../")]
    public void Shortens_a_name_without_cutting_a_character(string part)
    {
        foreach (var times in new[] { 60, 255, 5_000, 100_000 })
            AssertSafe(SafeName.For(string.Concat(Enumerable.Repeat(part, times)) + ".pdf", FileKind.Pdf));
        AssertSafe(SafeName.For("a" + new string('\u0301', 100_000), FileKind.Pdf));
    }

    [Fact, Trait("kind", "slow")]
    public void Stays_safe_for_any_characters()
    {
        const int seed = 11;
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var name = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(3) == 0 ? "./\\:\0\u202E exe"[random.Next(10)] : (char)random.Next(0x10000))]);
            AssertSafe(SafeName.For(name, FileKind.Docx), $"seed {seed}: {Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(name))}");
        }
    }

    static void AssertSafe(string name, string? said = null)
    {
        said ??= name;
        Assert.True(name.Length <= SafeName.MaxLength && Encoding.UTF8.GetByteCount(name) <= SafeName.MaxBytes, said);
        Assert.True(Path.GetFileName(name) == name && name.IndexOfAny(['/', '\\', '\0', ':', '"', '<', '>', '|', '?', '*', '\r', '\n', ';', '%']) < 0, said);
        Assert.False(name.StartsWith('.') || name.StartsWith('-') || name.StartsWith(' '), said);
        Assert.True(name.IsNormalized(), said);
        Assert.DoesNotContain(name.EnumerateRunes(), r => r == Rune.ReplacementChar || Rune.GetUnicodeCategory(r) is UnicodeCategory.Control or UnicodeCategory.Format);
        Assert.Matches(@"^[^.].*\.(pdf|docx)$", name);
        var ascii = SafeName.Ascii(name);
        Assert.True(ascii.All(c => c is >= ' ' and < (char)127 and not '"' and not '\\'), said);
        // What a client's own parser makes of it.
        var header = ContentDispositionHeaderValue.Parse(FileDownload.Disposition(name, name.EndsWith("pdf", StringComparison.Ordinal) ? FileKind.Pdf : FileKind.Docx));
        Assert.Equal("attachment", header.DispositionType.Value);
        Assert.Equal(name, header.FileNameStar.Value);
    }

    [Theory]
    [InlineData("Récit de l’œuvre à Noël.pdf", "Recit de l-oeuvre a Noel.pdf"), InlineData("日本.pdf", "__.pdf"), InlineData("ß æ Œ.pdf", "ss ae OE.pdf")]
    public void Spells_a_name_in_ascii(string name, string ascii) => Assert.Equal(ascii, SafeName.Ascii(name));
}
