namespace Croisee.Files;

/// <summary>
/// Takes away what a file says about its maker: place, camera, author, dates, software. The picture, sound or text itself is untouched.
/// Kept on purpose: a photograph's orientation and colour profile; an office document's comments and tracked changes, which are content.
/// </summary>
public static class Metadata
{
    /// <param name="content">A file that <see cref="FileCheck"/> accepted as this kind. Formats whose bytes may not move are blanked in place, so the array changes.</param>
    /// <returns>False when some metadata may be left (said to the person and to those who publish, see <see cref="StoredFile.MetadataLeft"/>).</returns>
    public static bool Remove(FileKind kind, byte[] content, Stream output)
    {
        switch (kind)
        {
            case FileKind.Jpeg:
                JpegParts.Rewrite(content, output);
                return true;
            case FileKind.Png:
                PngParts.Rewrite(content, output);
                return true;
            case FileKind.Webp:
                WebpParts.Rewrite(content, output);
                return true;
            case FileKind.Gif:
                GifParts.Rewrite(content, output);
                return true;
            case FileKind.Pdf:
                return PdfMetadata.Rewrite(content, output);
            case FileKind.Mp3:
                return Mp3Parts.Rewrite(content, output);
            case FileKind.Wav:
                WavParts.Rewrite(content, output);
                return true;
            case FileKind.M4a:
                M4aParts.Blank(content);
                output.Write(content);
                return true;
            case FileKind.Ogg:
                var blanked = OggParts.Blank(content);
                output.Write(content);
                return blanked;
            case FileKind.Text or FileKind.Csv:
                TextCheck.Rewrite(content, kind, output);
                return true;
            default:
                return OfficeMetadata.Rewrite(content, output);
        }
    }
}
