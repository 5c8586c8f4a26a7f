namespace Croisee.Words;

/// <summary>
/// Telephone numbers of France, of its overseas lands, and with any country's prefix. Short numbers (15, 112, 3114, 39 77)
/// and free or special-rate numbers (08) belong to services, not to people.
/// </summary>
internal static class PhoneTraces
{
    private const string Gone = "[téléphone retiré]";

    public static void Find(string text, TraceSpans found)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is not ('+' or '0' or '(' or '＋') || found.IsTaken(i)) continue;
            var end = c is '+' or '＋' ? PrefixedEnd(text, i + 1)
                : c == '(' ? BracketEnd(text, i)
                : DigitReader.Starts(text, i) || AfterPhone(text, i, found) ? ZeroEnd(text, i) : -1;
            if (end < 0 || NumberContext.IsCode(text, i) || (c == '0' && NumberContext.IsFile(text, i))) continue;
            found.Add(i, end, TraceKind.Phone, Gone);
            i = end - 1;
        }
    }

    private static bool AfterPhone(string text, int i, TraceSpans found) =>
        i > 1 && DigitReader.IsSeparator(text[i - 1]) && found.IsTaken(i - 2);

    // +33 (0)6 12 34 56 78, +262 692 12 34 56, +32 475 12 34 56
    private static int PrefixedEnd(string text, int at)
    {
        at = SkipBlanks(text, at);
        var country = new DigitReader(text, at);
        country.Read(3);
        if (country.Digits.Length < 2 || country.Digits[0] == '0') return -1;
        var rest = new DigitReader(text, at);
        if (country.Digits.StartsWith("33", StringComparison.Ordinal)) return NationalEnd(text, at + 2);
        rest.Read(15);
        if (rest.Digits.Length is >= 10 and <= 15 && rest.Groups.Length >= 1) return rest.At;
        // +262 (0) 692 12 34 56
        var local = AfterZero(text, country.At);
        if (local < 0) return -1;
        rest = new DigitReader(text, local);
        rest.Read(10);
        return rest.Digits.Length >= 8 ? rest.At : -1;
    }

    private static int NationalEnd(string text, int at)
    {
        var local = AfterZero(text, at);
        if (local < 0) local = SkipBlanks(text, at);
        if (local < text.Length && text[local] == '0') local++;
        var reader = new DigitReader(text, SkipBlanks(text, local));
        reader.Read(9);
        return reader.Digits.Length == 9 && reader.Digits[0] is not ('0' or '8') && !reader.GoesOn(glued: true) ? reader.At : -1;
    }

    private static int BracketEnd(string text, int i)
    {
        // (+33) 6 12 34 56 78, (0)6 12 34 56 78, (0262) 12 34 56
        if (i + 4 < text.Length && text[i + 1] == '+' && text[i + 2] == '3' && text[i + 3] == '3' && text[i + 4] == ')') return NationalEnd(text, i + 5);
        if (i + 2 < text.Length && text[i + 1] == '0' && text[i + 2] == ')') return NationalEnd(text, i);
        var code = new DigitReader(text, i + 1);
        code.Read(4);
        if (code.Digits.Length is not (2 or 4) || code.Digits[0] != '0' || code.At >= text.Length || text[code.At] != ')') return -1;
        var rest = new DigitReader(text, SkipBlanks(text, code.At + 1));
        rest.Read(10 - code.Digits.Length);
        return rest.Digits.Length == 10 - code.Digits.Length && !rest.GoesOn(glued: true) ? rest.At : -1;
    }

    private static int ZeroEnd(string text, int i)
    {
        if (i + 4 < text.Length && text[i + 1] == '0')
        {
            var france = SkipBlanks(text, i + 2);
            return france + 1 < text.Length && text[france] == '3' && text[france + 1] == '3' ? NationalEnd(text, france + 2) : -1;
        }
        var reader = new DigitReader(text, i);
        reader.Read(10);
        var digits = reader.Digits;
        if (digits.Length != 10 || digits[1] is '0' or '8' || reader.GoesOn(glued: true)) return -1;
        var pairs = reader.Groups == "22222";
        if ((reader.Slashed || reader.Commas) && !pairs) return -1;
        if (!pairs && (HasYear(digits, reader.Groups) || reader.Groups.Length > 7)) return -1;
        // A longer number (an account, a reference) goes on after the tenth digit; another telephone starts with 0.
        if (reader.GoesOn(glued: false) && !pairs) return NextIsZero(text, reader.At) ? reader.At : -1;
        return reader.At;
    }

    /// <summary>« zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit », as a voice note is written down.</summary>
    public static void FindSpelt(TraceTokens words, TraceSpans found)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].Is("zero")) continue;
            var (at, end, count) = (i + 1, i + 1, 1);
            while (at - i < 24 && words[at].Gap != Gap.Line)
            {
                var token = words[at++];
                if (token.IsWord && (token.Is("zero") || (!token.Is("et") && DateReader.AllNumerals(token.Folded)))) { count++; end = at; }
                else if (token.Folded is not ("," or "-" or "et")) break;
            }
            if (count < 6) continue;
            found.Add(words[i].Start, words[end - 1].End, TraceKind.Phone, Gone);
            i = end - 1;
        }
    }

    private static bool HasYear(string digits, string groups)
    {
        var at = 0;
        foreach (var size in groups)
        {
            if (size == '4' && at > 0 && (digits.AsSpan(at, 2) is "19" or "20")) return true;
            at += size - '0';
        }
        return false;
    }

    private static bool NextIsZero(string text, int at)
    {
        while (at < text.Length && DigitReader.IsSeparator(text[at])) at++;
        return at < text.Length && text[at] == '0';
    }

    private static int AfterZero(string text, int at)
    {
        at = SkipBlanks(text, at);
        return at + 2 < text.Length && text[at] == '(' && text[at + 1] == '0' && text[at + 2] == ')' ? SkipBlanks(text, at + 3) : -1;
    }

    private static int SkipBlanks(string text, int at)
    {
        for (var n = 0; n < 3 && at < text.Length && DigitReader.IsSeparator(text[at]); n++) at++;
        return at;
    }
}
