namespace Croisee.Words;

internal enum DateShape { None, Year, Month, Day }

/// <summary>Reads a French date from tokens: figures, month names, words (« douze mars mille neuf cent quarante-deux »).</summary>
internal static class DateReader
{
    private static readonly HashSet<string> Days =
        ["premier", "1er", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize",
         "dix-sept", "dix-huit", "dix-neuf", "vingt", "vingt-et-un", "vingt-deux", "vingt-trois", "vingt-quatre", "vingt-cinq", "vingt-six", "vingt-sept", "vingt-huit",
         "vingt-neuf", "trente", "trente-et-un"];
    private static readonly HashSet<string> Numerals =
        ["mil", "mille", "cent", "cents", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize",
         "vingt", "vingts", "trente", "quarante", "cinquante", "soixante", "septante", "nonante", "un", "et"];

    /// <summary>The token behind the date that starts at <paramref name="at"/>, with what it says; (<paramref name="at"/>, None) otherwise.</summary>
    public static (int End, DateShape Shape) Read(TraceTokens words, int at)
    {
        var token = words[at];
        if (token.IsNumber) return Figures(words, at);
        if (!token.IsWord) return (at, DateShape.None);
        if (token.IsAny(TraceLists.Months)) return WithYear(words, MonthEnd(words, at), DateShape.Month);
        var day = token.Is("vingt") || token.Is("trente") ? DayEnd(words, at) : Days.Contains(token.Folded) ? at + 1 : at;
        if (day > at && words[day].IsAny(TraceLists.Months)) return WithYear(words, MonthEnd(words, day), DateShape.Day);
        var year = YearInWords(words, at);
        return year > at ? (year, DateShape.Year) : (at, DateShape.None);
    }

    private static (int, DateShape) Figures(TraceTokens words, int at)
    {
        var digits = words[at].Folded;
        if (digits.Length == 8 || (digits.Length == 6 && words[at + 1].Gap != Gap.None)) return IsPacked(digits) ? (at + 1, DateShape.Day) : (at, DateShape.None);
        if (digits.Length <= 2)
        {
            var next = at + 1;
            if (words[next].Folded is "er" or "eme" or "e" && words[next].Gap == Gap.None) next++;
            if (words[next].IsAny(TraceLists.Months)) return WithYear(words, MonthEnd(words, next), DateShape.Day);
        }
        var second = Separated(words, at);
        if (second > 0)
        {
            var third = Separated(words, second);
            if (third > 0 && IsTriple(digits, words[second].Folded, words[third].Folded)) return (third + 1, DateShape.Day);
            if (digits.Length <= 2 && words[second].Folded.Length == 4 && IsYear(words[second].Folded)) return (second + 1, DateShape.Month);
            if (digits.Length <= 2 && words[second].Folded.Length <= 2 && words[second].Gap == Gap.None) return (second + 1, DateShape.Day);
        }
        return digits.Length == 4 && IsYear(digits) || (digits.Length == 2 && !words[at + 1].Is("ans")) ? (at + 1, DateShape.Year) : (at, DateShape.None);
    }

    private static int Separated(TraceTokens words, int at)
    {
        if (words[at + 1].Folded is "/" or "." or "-" or "–" && words[at + 2].IsNumber && words[at + 2].Gap != Gap.Line) return at + 2;
        return words[at + 1].IsNumber && words[at + 1].Gap == Gap.Space ? at + 1 : -1;
    }

    private static bool IsTriple(string a, string b, string c) =>
        a.Length == 4 ? IsYear(a) && IsSmall(b, 12) && IsSmall(c, 31)
            : IsSmall(a, 31) && IsSmall(b, 31) && (c.Length == 2 || (c.Length == 4 && IsYear(c)));

    private static bool IsPacked(string d) =>
        IsSmall(d[..2], 31) && IsSmall(d[2..4], 12) && (d.Length == 6 || IsYear(d[4..]));

    private static bool IsSmall(string digits, int most) => digits.Length <= 2 && digits.Length > 0 && Number(digits) is var n && n >= 1 && n <= most;
    private static bool IsYear(string digits) => Number(digits) is >= 1880 and <= 2100;
    private static int Number(string digits)
    {
        var n = 0;
        foreach (var c in digits) n = (n * 10) + c - '0';
        return n;
    }

    private static int MonthEnd(TraceTokens words, int month) =>
        words[month + 1].Is(".") && words[month].Folded is "janv" or "fevr" or "fev" or "avr" or "juil" or "sept" or "oct" or "nov" or "dec" ? month + 2 : month + 1;

    private static (int, DateShape) WithYear(TraceTokens words, int at, DateShape shape)
    {
        if (words[at].IsNumber && words[at].Folded.Length is 2 or 4 && words[at].Gap != Gap.Line && !words[at + 1].Is("ans")) return (at + 1, shape);
        if (words[at].Is("'") && words[at + 1].IsNumber) return (at + 2, shape);
        return (YearInWords(words, at), shape);
    }

    private static int DayEnd(TraceTokens words, int at) =>
        words[at + 1].Is("et") && words[at + 2].Is("un") ? at + 3 : Days.Contains(words[at + 1].Folded) && !words[at + 1].Is("vingt") ? at + 2 : at + 1;

    // « mille neuf cent quarante-deux », « dix-neuf cent cinquante », « deux mille un »
    private static int YearInWords(TraceTokens words, int at)
    {
        var (end, thousand) = (at, false);
        while (end - at < 9 && words[end].IsWord && AllNumerals(words[end].Folded))
        {
            thousand |= words[end].Folded is "mille" or "mil" or "cent" || words[end].Folded.Contains("mille", StringComparison.Ordinal);
            end++;
        }
        while (end > at && words[end - 1].Is("et")) end--;
        return thousand && end - at > 1 || (end - at == 1 && words[at].Folded.StartsWith("mille-", StringComparison.Ordinal)) ? end : at;
    }

    public static bool AllNumerals(string folded)
    {
        if (folded.Length > 40) return false;
        foreach (var part in folded.Split('-'))
            if (!Numerals.Contains(part)) return false;
        return true;
    }
}
