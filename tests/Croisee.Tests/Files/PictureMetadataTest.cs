using System.Text;
using Croisee.Files;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Jpeg;
using Xunit;

namespace Croisee.Tests.Files;

[Trait("kind", "pure")]
public class PictureMetadataTest
{
    static byte[] Cleaned(FileKind kind, byte[] content)
    {
        var output = new MemoryStream();
        Assert.True(Metadata.Remove(kind, content, output));
        return output.ToArray();
    }

    static IReadOnlyList<MetadataExtractor.Directory> Notes(byte[] content) => ImageMetadataReader.ReadMetadata(new MemoryStream(content));

    static bool Says(byte[] content, string text) => content.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;

    [Fact]
    public void Sees_the_place_and_the_camera_in_the_samples_before_cleaning()
    {
        foreach (var sample in new[] { Pictures.TalkativeJpeg(), Pictures.TalkativePng(), Pictures.TalkativeWebp() })
        {
            var notes = Notes(sample);
            Assert.Equal(Pictures.Camera, notes.OfType<ExifIfd0Directory>().First().GetString(ExifDirectoryBase.TagMake));
            Assert.NotEmpty(notes.OfType<GpsDirectory>());
        }
    }

    [Fact]
    public void Removes_place_camera_and_author_from_a_jpeg_and_keeps_how_to_hold_it()
    {
        var clean = Cleaned(FileKind.Jpeg, Pictures.TalkativeJpeg(orientation: 6));
        var notes = Notes(clean);
        Assert.Empty(notes.OfType<GpsDirectory>());
        var exif = notes.OfType<ExifIfd0Directory>().Single();
        Assert.Equal(6, exif.GetInt32(ExifDirectoryBase.TagOrientation));
        Assert.Single(exif.Tags);
        Assert.Equal(8, notes.OfType<JpegDirectory>().Single().GetImageWidth());
        Assert.DoesNotContain(notes, n => n.HasError && !n.Name.StartsWith("ICC", StringComparison.Ordinal)); // the sample's profile is a stub
        foreach (var secret in new[] { "Camille", "MPF", "8BIM", "<?php", "<script" }) Assert.False(Says(clean, secret), secret);
        Assert.True(Says(clean, "ICC_PROFILE"));
    }

    [Fact]
    public void Keeps_every_picture_byte_of_a_jpeg_that_has_nothing_to_say()
    {
        Assert.Equal(Pictures.Jpeg, Cleaned(FileKind.Jpeg, Pictures.Jpeg));
        Assert.Equal(FileKind.Jpeg, FileCheck.Inspect(Cleaned(FileKind.Jpeg, Pictures.TalkativeJpeg()), null).Kind);
    }

    [Theory]
    [InlineData(1), InlineData(3), InlineData(8), InlineData(9), InlineData(0)]
    public void Keeps_an_orientation_only_when_it_turns_the_picture(int orientation)
    {
        var exif = Notes(Cleaned(FileKind.Jpeg, Pictures.TalkativeJpeg(orientation))).OfType<ExifIfd0Directory>().SingleOrDefault();
        if (orientation is 3 or 8) Assert.Equal(orientation, exif!.GetInt32(ExifDirectoryBase.TagOrientation));
        else Assert.Null(exif);
    }

    [Fact]
    public void Removes_texts_dates_and_exif_from_a_png_and_cuts_what_follows_its_end()
    {
        var clean = Cleaned(FileKind.Png, Pictures.TalkativePng());
        Assert.Equal(Pictures.Png(), clean);
        Assert.DoesNotContain(Notes(clean), n => n is ExifDirectoryBase || n.HasError);
    }

    [Fact]
    public void Removes_exif_and_xmp_from_a_webp_and_says_so_in_its_header()
    {
        var clean = Cleaned(FileKind.Webp, Pictures.TalkativeWebp());
        Assert.DoesNotContain(Notes(clean), n => n is ExifDirectoryBase || n.HasError);
        Assert.Equal(0, clean[20] & 0x0C);
        Assert.Equal(clean.Length, BitConverter.ToInt32(clean, 4) + 8);
        foreach (var secret in new[] { "Camille", "PHP", "PK" }) Assert.False(Says(clean, secret), secret);
        Assert.Equal(FileKind.Webp, FileCheck.Inspect(clean, null).Kind);
    }

    [Fact]
    public void Keeps_how_to_hold_a_webp()
    {
        var exif = Notes(Cleaned(FileKind.Webp, Pictures.TalkativeWebp(8))).OfType<ExifIfd0Directory>().Single();
        Assert.Equal(8, exif.GetInt32(ExifDirectoryBase.TagOrientation));
        Assert.Single(exif.Tags);
    }

    [Fact]
    public void Removes_comments_from_a_gif_and_keeps_its_loop()
    {
        var clean = Cleaned(FileKind.Gif, Pictures.TalkativeGif());
        foreach (var secret in new[] { "Camille", "XMP", "script" }) Assert.False(Says(clean, secret), secret);
        Assert.True(Says(clean, "NETSCAPE2.0"));
        Assert.Equal(FileKind.Gif, FileCheck.Inspect(clean, null).Kind);
        Assert.Equal(Pictures.Gif, Cleaned(FileKind.Gif, Pictures.Gif));
    }

    /// <summary>Whatever the bytes, the answer is a refusal or a clean picture that is accepted again; never an exception.</summary>
    [Fact]
    public void Survives_pictures_with_random_faults()
    {
        const int seed = 20261122;
        var random = new Random(seed);
        var samples = new[] { Pictures.TalkativeJpeg(), Pictures.TalkativePng(), Pictures.TalkativeWebp(3), Pictures.TalkativeGif(), Sounds.Mp3(), Sounds.M4a(), Sounds.Ogg(), Documents.Pdf(), Documents.PackedPdf(), Documents.Docx(), Documents.Odt() };
        for (var i = 0; i < 6000; i++)
        {
            var broken = (byte[])samples[i % samples.Length].Clone();
            for (var n = random.Next(1, 6); n > 0; n--) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            if (random.Next(4) == 0) broken = broken[..random.Next(1, broken.Length)];
            if (FileCheck.Inspect(broken, "essai.txt") is not { Kind: { } kind }) continue;
            var output = new MemoryStream();
            try
            {
                Metadata.Remove(kind, broken, output);
            }
            catch (InvalidDataException)
            {
                continue; // the one exception the store turns into a refusal
            }
            var again = FileCheck.Inspect(output.ToArray(), "essai.txt");
            Assert.True(again.Kind == kind, $"seed {seed}, round {i}, {kind}, {again}");
        }
    }
}
