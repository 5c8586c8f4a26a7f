namespace Croisee.Words;

/// <summary>
/// French social security numbers (NIR): sex, year, month, département (2A, 2B), commune, rank, and a two-digit key
/// that is 97 minus the number modulo 97. A number of that shape with a wrong key is a slip of the pen, so it counts too.
/// </summary>
internal static class SecurityNumberTraces
{
    public static void Find(string text, TraceSpans found)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not (>= '1' and <= '8') || !DigitReader.Starts(text, i)) continue;
            var end = End(text, i);
            if (end < 0) continue;
            found.Add(i, end, TraceKind.SocialSecurityNumber, "[numéro retiré]");
            i = end - 1;
        }
    }

    private static int End(string text, int start)
    {
        Span<char> digits = stackalloc char[15];
        var security = NumberContext.IsSecurity(text, start);
        var at = Read(text, start, digits, out var firstGroup);
        if (at < 0)
        {
            // « n° de sécu : 2 65 04 75 112 … »: named as such, an unfinished number still is one.
            if (!security) return -1;
            var loose = new DigitReader(text, start);
            loose.Read(15);
            return loose.Digits.Length >= 7 ? loose.At : -1;
        }
        var key = KeyEnd(text, at);
        if (key > 0) (digits[13], digits[14]) = (text[key - 2], text[key - 1]);
        var certain = security || (key > 0 && digits[0] != '6' && HasRightKey(new string(digits)));
        if (!certain && (digits[0] is '5' or '6' || firstGroup is > 1 and < 5 || !HasShape(digits) || NumberContext.IsCode(text, start))) return -1;

        if (key > 0) at = key;
        // 14 digits in a row are a SIRET, 16 a card: no NIR goes on without a blank.
        return at < text.Length && char.IsLetterOrDigit(text[at]) && !security ? -1 : at;
    }

    private static int Read(string text, int at, Span<char> digits, out int firstGroup)
    {
        firstGroup = 0;
        for (var n = 0; n < 13; n++)
        {
            var next = at;
            while (n > 0 && next < text.Length && next - at < 3 && text[next] != ',' && DigitReader.IsSeparator(text[next])) next++;
            if (n > 0 && next > at && firstGroup == 0) firstGroup = n;
            if (next >= text.Length) return -1;
            var corsica = n == 6 && text[next] is 'A' or 'B' or 'a' or 'b' && digits[5] == '2';
            if (!char.IsAsciiDigit(text[next]) && !corsica) return -1;
            digits[n] = char.ToUpperInvariant(text[next]);
            at = next + 1;
        }
        return at;
    }

    private static bool HasShape(Span<char> d)
    {
        var month = ((d[3] - '0') * 10) + d[4] - '0';
        if (month is not ((>= 1 and <= 12) or (>= 20 and <= 42) or (>= 50 and <= 99))) return false;
        return d[6] is 'A' or 'B' || d[5] != '0' || d[6] != '0';
    }

    private static int KeyEnd(string text, int at)
    {
        var next = at;
        while (next < text.Length && next - at < 3 && (DigitReader.IsSeparator(text[next]) || text[next] is '(' or '/')) next++;
        foreach (var word in (ReadOnlySpan<string>)["clé", "clef", "cle"])
        {
            if (next + word.Length >= text.Length || !text.AsSpan(next, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)) continue;
            next += word.Length;
            while (next < text.Length && next - at < 12 && (DigitReader.IsSeparator(text[next]) || text[next] == ':')) next++;
            break;
        }
        if (next + 1 >= text.Length || !char.IsAsciiDigit(text[next]) || !char.IsAsciiDigit(text[next + 1])) return -1;
        return next + 2 < text.Length && char.IsAsciiDigit(text[next + 2]) ? -1 : next + 2;
    }

    /// <summary>Whether the key of a 15-character number (blanks removed) is right. False for any other string.</summary>
    public static bool HasRightKey(string number)
    {
        if (number.Length != 15) return false;
        long value = 0;
        for (var i = 0; i < 13; i++)
        {
            var c = number[i];
            if (i == 6 && c is 'A' or 'B') c = '0';
            if (!char.IsAsciiDigit(c)) return false;
            value = (value * 10) + (c - '0');
        }
        // Corsica: 2A counts as 19 and 2B as 18, hence one or two million less than 20.
        if (number[6] == 'A') value -= 1_000_000;
        if (number[6] == 'B') value -= 2_000_000;
        return int.TryParse(number.AsSpan(13), out var key) && key == 97 - (int)(value % 97);
    }
}
