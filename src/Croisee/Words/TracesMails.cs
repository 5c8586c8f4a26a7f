namespace Croisee.Words;

/// <summary>E-mail addresses, plain or spelt out (« nom (arobase) domaine point fr »).</summary>
internal static class MailTraces
{
    private const int LongestLocal = 64;
    private const int LongestDomain = 120;
    private static readonly string[] Spelt = ["arobase", "arobas", "arrobase", "at", "chez"];
    private static readonly string[] Point = ["point", "dot"];

    public static void Find(string text, TraceSpans found)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var (left, right) = text[i] is '@' or '＠' ? (i, i + 1) : SpeltAt(text, i);
            if (right == 0) continue;
            var spelt = right - left > 1;
            var start = LocalStart(text, left, spelt);
            var end = DomainEnd(text, right, spelt);
            if (start < 0 || end < 0) continue;
            found.Add(start, end, TraceKind.Email, "[adresse retirée]");
            i = end - 1;
        }
    }

    // "(at)" and "[arobase]" are signs on their own; a bare "arobase" needs blanks around it. A bare "at" is no French word.
    private static (int Left, int Right) SpeltAt(string text, int i)
    {
        var bracket = text[i] is '(' or '[' or '{' or '<';
        if (!bracket && !(text[i] is 'a' or 'A' && i > 0 && IsBlank(text[i - 1]))) return (0, 0);
        var at = bracket ? SkipBlanks(text, i + 1) : i;
        if (bracket && at < text.Length && text[at] == '@' && at + 1 < text.Length) return Close(text, i, at + 1);
        foreach (var word in Spelt)
        {
            if (!Reads(text, at, word) || (!bracket && word == "chez")) continue;
            if (bracket) return Close(text, i, at + word.Length);
            var end = at + word.Length;
            return end < text.Length && IsBlank(text[end]) ? (i, end) : (0, 0);
        }
        return (0, 0);
    }

    private static (int, int) Close(string text, int open, int at)
    {
        at = SkipBlanks(text, at);
        return at < text.Length && text[at] is ')' or ']' or '}' or '>' ? (open, at + 1) : (0, 0);
    }

    private static int LocalStart(string text, int left, bool spelt)
    {
        var end = left;
        for (var n = 0; n < 2 && end > 0 && IsBlank(text[end - 1]); n++) end--;
        var start = end;
        while (start > 0 && end - start < LongestLocal && IsLocal(text[start - 1])) start--;
        if (spelt) start = SpeltPoints(text, start);
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        if (start < end && !char.IsLetterOrDigit(text[end - 1]) && text[end - 1] is not ('_' or '-' or '.')) return -1;
        // « l'adresse d'anne@… »: an elided word is no part of the address.
        if (start + 2 < end && TraceTokens.IsApostrophe(text[start + 1])) start += 2;
        return start < end ? start : -1;
    }

    // « jean point dupont arobase … »
    private static int SpeltPoints(string text, int start)
    {
        for (var n = 0; n < 3; n++)
        {
            var at = start;
            while (at > 0 && IsBlank(text[at - 1]) && start - at < 2) at--;
            var word = Array.Find([.. Point, "tiret"], w => at >= w.Length && Reads(text, at - w.Length, w));
            if (word is null || at == start) return start;
            at -= word.Length;
            var end = at;
            while (end > 0 && IsBlank(text[end - 1]) && at - end < 2) end--;
            var first = end;
            while (first > 0 && end - first < LongestLocal && IsLocal(text[first - 1])) first--;
            if (first == end || end == at) return start;
            start = first;
        }
        return start;
    }

    private static int DomainEnd(string text, int right, bool spelt)
    {
        var at = right;
        for (var n = 0; n < 2 && at < text.Length && IsBlank(text[at]); n++) at++;
        var (start, labels) = (at, 0);
        while (at - start < LongestDomain)
        {
            var label = at;
            while (at < text.Length && at - label < 63 && (char.IsLetterOrDigit(text[at]) || TraceTokens.IsHyphen(text[at]))) at++;
            if (at == label) return labels > 1 ? LastLetter(text, label) : -1;
            labels++;
            var dot = Dot(text, at);
            if (dot < 0) break;
            at = dot;
        }
        // « josette@orange » is careless typing, not another thing; blanks or words around the sign ask for a full domain.
        var glued = start == right && !spelt && right >= 2 && !IsBlank(text[right - 2]);
        return labels > 1 || (glued && at - start >= 3) ? at : -1;
    }

    private static int LastLetter(string text, int at)
    {
        while (!char.IsLetterOrDigit(text[at - 1])) at--;
        return at;
    }

    private static int Dot(string text, int at)
    {
        if (at + 1 < text.Length && text[at] == '.' && char.IsLetterOrDigit(text[at + 1])) return at + 1;
        var next = SkipBlanks(text, at);
        var bracket = next < text.Length && text[next] is '(' or '[';
        if (bracket) next++;
        else if (next == at) return -1;
        if (next + 1 < text.Length && text[next] == '.' && bracket) next++;
        else
        {
            var word = Array.Find(Point, w => Reads(text, next, w));
            if (word is null) return -1;
            next += word.Length;
        }
        if (bracket) { if (next >= text.Length || text[next] is not (')' or ']')) return -1; next++; }
        next = SkipBlanks(text, next);
        return next < text.Length && char.IsLetterOrDigit(text[next]) ? next : -1;
    }

    private static int SkipBlanks(string text, int at)
    {
        for (var n = 0; n < 2 && at < text.Length && IsBlank(text[at]); n++) at++;
        return at;
    }

    private static bool Reads(string text, int at, string word) =>
        at + word.Length <= text.Length && text.AsSpan(at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsLocal(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-' or '\'' or '’';
    private static bool IsBlank(char c) => c is ' ' or '\t' or '\u00A0' or '\u202F';
}
