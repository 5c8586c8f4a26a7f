namespace Croisee.Files;

internal enum PdfToken : byte { End, Word, Name, Text, Hex, Open, Close, Array, ArrayEnd }

/// <summary>Splits PDF syntax into tokens, forward only: each byte is looked at once, whatever a hostile file does with its brackets.</summary>
internal ref struct PdfTokens(ReadOnlySpan<byte> data, int at)
{
    readonly ReadOnlySpan<byte> data = data;

    public int At { get; set; } = at;
    public int Start { get; private set; }
    public readonly ReadOnlySpan<byte> Value => data[Start..At];

    public PdfToken Next()
    {
        SkipBlank();
        Start = At;
        if (At >= data.Length) return PdfToken.End;
        switch (data[At])
        {
            case (byte)'(':
                SkipText();
                return PdfToken.Text;
            case (byte)'<' when Peek(1) == '<':
                At += 2;
                return PdfToken.Open;
            case (byte)'>' when Peek(1) == '>':
                At += 2;
                return PdfToken.Close;
            case (byte)'<':
                var close = data[At..].IndexOf((byte)'>');
                At = close < 0 ? data.Length : At + close + 1;
                return PdfToken.Hex;
            case (byte)'[':
                At++;
                return PdfToken.Array;
            case (byte)']':
                At++;
                return PdfToken.ArrayEnd;
            case (byte)'/':
                At++;
                SkipRegular();
                return PdfToken.Name;
            default:
                At++;
                SkipRegular();
                return PdfToken.Word;
        }
    }

    readonly int Peek(int ahead) => At + ahead < data.Length ? data[At + ahead] : -1;

    void SkipBlank()
    {
        while (At < data.Length)
        {
            if (IsBlank(data[At])) { At++; continue; }
            if (data[At] != (byte)'%') return;
            var line = data[At..].IndexOfAny((byte)'\r', (byte)'\n');
            At = line < 0 ? data.Length : At + line;
        }
    }

    void SkipText()
    {
        var depth = 0;
        for (; At < data.Length; At++)
        {
            if (data[At] == (byte)'\\') At++;
            else if (data[At] == (byte)'(') depth++;
            else if (data[At] == (byte)')' && --depth == 0) { At++; break; }
        }
        At = Math.Min(At, data.Length);
    }

    void SkipRegular()
    {
        while (At < data.Length && !IsBlank(data[At]) && !"()<>[]{}/%"u8.Contains(data[At])) At++;
    }

    public static bool IsBlank(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    /// <summary>A name may be written with escapes (<c>/J#61vaScript</c>), which is how scripts hide.</summary>
    public static string Name(ReadOnlySpan<byte> name)
    {
        var text = System.Text.Encoding.Latin1.GetString(name);
        if (!text.Contains('#')) return text;
        var plain = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '#' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                plain.Append((char)Convert.ToInt32(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else plain.Append(text[i]);
        return plain.ToString();
    }
}
