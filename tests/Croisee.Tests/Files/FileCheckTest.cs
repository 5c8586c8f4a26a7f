using System.Text;
using Croisee.Files;
using Xunit;

namespace Croisee.Tests.Files;

[Trait("kind", "pure")]
public class FileCheckTest
{
    static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    public static TheoryData<string, FileKind> Accepted => new()
    {
        { "pdf", FileKind.Pdf }, { "packed", FileKind.Pdf }, { "jpeg", FileKind.Jpeg }, { "png", FileKind.Png }, { "webp", FileKind.Webp },
        { "gif", FileKind.Gif }, { "docx", FileKind.Docx }, { "xlsx", FileKind.Xlsx }, { "pptx", FileKind.Pptx }, { "odt", FileKind.Odt },
        { "ods", FileKind.Ods }, { "odp", FileKind.Odp }, { "mp3", FileKind.Mp3 }, { "m4a", FileKind.M4a }, { "ogg", FileKind.Ogg }, { "wav", FileKind.Wav },
    };

    internal static byte[] Sample(string name) => name switch
    {
        "pdf" => Documents.Pdf(),
        "packed" => Documents.PackedPdf(),
        "jpeg" => Pictures.TalkativeJpeg(),
        "png" => Pictures.Png(),
        "webp" => Pictures.Webp,
        "gif" => Pictures.Gif,
        "docx" => Documents.Docx(),
        "xlsx" => Documents.Zip(Documents.Types(Documents.SheetMain), ("xl/workbook.xml", "<w/>"u8.ToArray())),
        "pptx" => Documents.Zip(Documents.Types(Documents.SlidesMain), ("ppt/embeddings/tableau.xlsx", Sample("xlsx"))),
        "odt" => Documents.Odt(),
        "ods" => Documents.Zip(("mimetype", Documents.Utf8("application/vnd.oasis.opendocument.spreadsheet")), ("content.xml", "<c/>"u8.ToArray())),
        "odp" => Documents.Zip(("mimetype", Documents.Utf8("application/vnd.oasis.opendocument.presentation")), ("content.xml", "<c/>"u8.ToArray())),
        "mp3" => Sounds.Mp3(),
        "m4a" => Sounds.M4a(),
        "wav" => Sounds.Wav(),
        _ => Sounds.Ogg(),
    };

    [Theory, MemberData(nameof(Accepted))]
    public void Knows_a_kind_by_its_bytes_whatever_the_name_says(string sample, FileKind kind)
    {
        foreach (var name in new[] { null, "bon." + kind.Extension, "photo.png", "programme.exe", "page.html", "sans extension", "a.svg\0.pdf" })
            Assert.Equal(new Inspection(kind, null), FileCheck.Inspect(Sample(sample), name));
    }

    public static TheoryData<string, byte[], Refusal> Refused => new()
    {
        { "vide.txt", [], Refusal.Empty },
        { "programme.pdf", Bytes("MZ\u0090\0\u0003\0\0\0PE\0\0"), Refusal.Executable },
        { "programme.txt", Bytes("\u007FELF\u0002\u0001\u0001"), Refusal.Executable },
        { "script.txt", Bytes("#!/bin/sh\nrm -rf ~"), Refusal.Executable },
        { "classe.txt", [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52], Refusal.Executable },
        { "raccourci.txt", [0x4C, 0, 0, 0, 1, 0x14, 2, 0, 0, 0, 0, 0, 0xC0], Refusal.Executable },
        { "dessin.svg", Bytes("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), Refusal.WebPage },
        { "dessin.png", Bytes("  <svg onload=alert(1)>"), Refusal.WebPage },
        { "page.pdf", Bytes("<!DOCTYPE html><title>PDF</title>"), Refusal.WebPage },
        { "page.pdf", Bytes("<html>\n%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF"), Refusal.WebPage },
        { "notes.txt", Bytes("Bonjour <ScRiPt>alert(1)</script>"), Refusal.WebPage },
        { "notes.txt", Bytes("\u00EF\u00BB\u00BF<?php system('id'); ?>"), Refusal.WebPage },
        { "notes.txt", Encoding.Unicode.GetBytes("\uFEFF<html><script>"), Refusal.WebPage },
        { "notes.txt", Encoding.Unicode.GetBytes("\uFEFFBonjour"), Refusal.UnreadableText },
        { "notes.txt", Bytes("Bonjour\0tout le monde"), Refusal.Unknown },
        { "notes.txt", [(byte)'a', 0x81, 0xE9], Refusal.UnreadableText },
        { "lance.bat", Bytes("@echo off\r\nformat c:"), Refusal.Unknown },
        { "lance.vbs", Bytes("MsgBox 1"), Refusal.Unknown },
        { "recit.pdf", Bytes("Ceci n'est pas un PDF"), Refusal.Damaged },
        { "archive.zip", Documents.Zip(("a.txt", "a"u8.ToArray())), Refusal.Archive },
        { "archive.rar", Bytes("Rar!\u001a\u0007\0"), Refusal.Archive },
        { "archive.gz", [0x1F, 0x8B, 8, 0, 0], Refusal.Archive },
        { "livre.epub", Documents.Zip(("mimetype", "application/epub+zip"u8.ToArray()), ("content.xml", "<c/>"u8.ToArray())), Refusal.Archive },
        { "ancien.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Refusal.OldOffice },
        { "ancien.rtf", Bytes("{\\rtf1 bonjour}"), Refusal.OldOffice },
        { "photo.heic", Bytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), Refusal.OtherPicture },
        { "photo.tif", [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0], Refusal.OtherPicture },
        { "film.m4a", Sounds.M4a("vide"), Refusal.Video },
        { "film.webm", [0x1A, 0x45, 0xDF, 0xA3, 0x93], Refusal.Video },
        { "coupe.jpg", Pictures.Jpeg[..400], Refusal.Damaged },
        { "coupe.png", Pictures.Png()[..40], Refusal.Damaged },
        { "coupe.webp", Pictures.Webp[..30], Refusal.Damaged },
        { "coupe.gif", Pictures.Gif[..30], Refusal.Damaged },
        { "coupe.pdf", Documents.Pdf()[..^20], Refusal.Damaged },
        { "coupe.docx", Documents.Docx()[..^20], Refusal.Damaged },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Refuses_what_is_not_what_it_should_be(string name, byte[] content, Refusal reason) =>
        Assert.Equal(new Inspection(null, reason), FileCheck.Inspect(content, name));

    [Theory]
    [InlineData("récit.txt", "café", FileKind.Text)]
    [InlineData("récit", "café", FileKind.Text)]
    [InlineData("Tableau.CSV", "a;b\r\n1;2", FileKind.Csv)]
    [InlineData("tableau.tsv", "a\tb", FileKind.Csv)]
    [InlineData("notes.md", "# Titre", FileKind.Text)]
    public void Takes_plain_text_in_both_codings(string name, string text, FileKind kind)
    {
        Assert.Equal(kind, FileCheck.Inspect(Encoding.UTF8.GetBytes(text), name).Kind);
        Assert.Equal(kind, FileCheck.Inspect(Encoding.Latin1.GetBytes(text), name).Kind);
    }

    [Fact]
    public void Says_each_reason_in_french_with_what_to_do()
    {
        var said = Enum.GetValues<Refusal>().Select(r => r.Say()).ToList();
        Assert.Equal(said.Count, said.Distinct().Count());
        Assert.All(said, s => Assert.EndsWith(".", s));
        Assert.All(said, s => Assert.InRange(s.Length, 40, 260));
        Assert.Contains("3 Mo", Refusal.TooBig.Say(new FileLimits { MaxBytes = 3 << 20 }));
    }
}
