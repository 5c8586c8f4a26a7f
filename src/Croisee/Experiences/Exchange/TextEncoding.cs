using System.Text;

namespace Croisee.Experiences.Exchange;

/// <summary>In which encoding a text file was written: a byte order mark says it; else UTF-8 when every byte agrees; else Windows-1252, as older spreadsheets write.</summary>
static class TextEncoding
{
    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the whole of <paramref name="file"/>, in constant memory, and puts it back at its beginning.</summary>
    public static Encoding Of(Stream file)
    {
        try
        {
            var start = new byte[4];
            var read = file.ReadAtLeast(start, 4, throwOnEndOfStream: false);
            if (read >= 2 && (start[0], start[1]) is (0xFF, 0xFE)) return Encoding.Unicode;
            if (read >= 2 && (start[0], start[1]) is (0xFE, 0xFF)) return Encoding.BigEndianUnicode;
            file.Position = 0;
            return IsUtf8(file) ? StrictUtf8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        }
        finally { file.Position = 0; }
    }

    static bool IsUtf8(Stream file)
    {
        var decoder = StrictUtf8.GetDecoder();
        var bytes = new byte[1 << 16];
        var chars = new char[StrictUtf8.GetMaxCharCount(bytes.Length)];
        try
        {
            for (int read; (read = file.Read(bytes)) > 0;) decoder.GetChars(bytes, 0, read, chars, 0, flush: false);
            decoder.GetChars([], 0, 0, chars, 0, flush: true);
            return true;
        }
        catch (DecoderFallbackException) { return false; }
    }
}
