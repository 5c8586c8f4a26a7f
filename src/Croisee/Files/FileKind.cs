namespace Croisee.Files;

/// <summary>What a file is, read from its bytes; the name that came with it is never believed.</summary>
public enum FileKind
{
    Pdf, Jpeg, Png, Webp, Gif,
    Odt, Ods, Odp, Docx, Xlsx, Pptx,
    Text, Csv,
    Mp3, M4a, Ogg, Wav,
}

public static class FileKinds
{
    extension(FileKind kind)
    {
        /// <summary>The only extension under which a file of this kind leaves the house (without the dot).</summary>
        public string Extension => kind switch
        {
            FileKind.Jpeg => "jpg",
            FileKind.Text => "txt",
            _ => kind.ToString().ToLowerInvariant(),
        };

        public string ContentType => kind switch
        {
            FileKind.Pdf => "application/pdf",
            FileKind.Jpeg => "image/jpeg",
            FileKind.Png => "image/png",
            FileKind.Webp => "image/webp",
            FileKind.Gif => "image/gif",
            FileKind.Odt => "application/vnd.oasis.opendocument.text",
            FileKind.Ods => "application/vnd.oasis.opendocument.spreadsheet",
            FileKind.Odp => "application/vnd.oasis.opendocument.presentation",
            FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            FileKind.Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            // Texts are turned into UTF-8 when they are taken in, so the charset is always true.
            FileKind.Text => "text/plain; charset=utf-8",
            FileKind.Csv => "text/csv; charset=utf-8",
            FileKind.Mp3 => "audio/mpeg",
            FileKind.M4a => "audio/mp4",
            FileKind.Ogg => "audio/ogg",
            FileKind.Wav => "audio/wav",
            _ => "application/octet-stream",
        };

        /// <summary>What a person calls it.</summary>
        public string Label => kind switch
        {
            FileKind.Pdf => "document PDF",
            FileKind.Jpeg or FileKind.Png or FileKind.Webp or FileKind.Gif => "image",
            FileKind.Odt or FileKind.Docx => "document texte",
            FileKind.Ods or FileKind.Xlsx => "tableur",
            FileKind.Odp or FileKind.Pptx => "présentation",
            FileKind.Text => "texte simple",
            FileKind.Csv => "tableau CSV",
            _ => "enregistrement sonore",
        };

        public bool IsPicture => kind is FileKind.Jpeg or FileKind.Png or FileKind.Webp or FileKind.Gif;
        public bool IsSound => kind is FileKind.Mp3 or FileKind.M4a or FileKind.Ogg or FileKind.Wav;
    }
}
