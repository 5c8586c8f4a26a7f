namespace Croisee.Words;

/// <summary>Reads digits in groups: « 06 12 34 56 78 », « 06.12.34 56-78 ». Never crosses a line.</summary>
internal ref struct DigitReader(string text, int at)
{
    private readonly string _text = text;

    public int At { get; private set; } = at;
    public string Digits { get; private set; } = "";

    /// <summary>Sizes of the groups read, one character each.</summary>
    public string Groups { get; private set; } = "";
    public bool Slashed { get; private set; }
    public bool Commas { get; private set; }

    /// <summary>Reads up to <paramref name="most"/> digits; <c>At</c> ends behind the last one.</summary>
    public void Read(int most)
    {
        Span<char> digits = stackalloc char[most];
        Span<char> groups = stackalloc char[most];
        var (count, group, inGroup, next) = (0, 0, 0, At);
        while (count < most && next < _text.Length && char.IsAsciiDigit(_text[next]))
        {
            digits[count++] = _text[next++];
            inGroup++;
            At = next;
            var after = Skip(next);
            if (count < most && (after == next || after >= _text.Length || !char.IsAsciiDigit(_text[after]))) continue;
            if (after > next || count == most) { groups[group++] = (char)('0' + Math.Min(inGroup, 9)); inGroup = 0; }
            if (count == most) break;
            Slashed |= _text.AsSpan(next, after - next).Contains('/');
            Commas |= _text.AsSpan(next, after - next).Contains(',');
            next = after;
        }
        if (inGroup > 0 && group < most) groups[group++] = (char)('0' + Math.Min(inGroup, 9));
        Digits = new string(digits[..count]);
        Groups = new string(groups[..group]);
    }

    /// <summary>Whether the number goes on behind what was read, with or without a separator.</summary>
    public readonly bool GoesOn(bool glued)
    {
        if (At < _text.Length && char.IsAsciiDigit(_text[At])) return true;
        if (glued) return false;
        var after = Skip(At);
        return after > At && after < _text.Length && char.IsAsciiDigit(_text[after]);
    }

    private readonly int Skip(int at)
    {
        var end = at;
        while (end < _text.Length && end - at < 3 && IsSeparator(_text[end])) end++;
        return end;
    }

    /// <summary>Whether a number may start here: a digit that no letter, digit or decimal mark stands before.</summary>
    public static bool Starts(string text, int i) =>
        i == 0 || !(char.IsLetterOrDigit(text[i - 1]) || (i >= 2 && text[i - 1] is ',' or '.' && char.IsAsciiDigit(text[i - 2])));

    public static bool IsSeparator(char c) =>
        c is '.' or '-' or '/' or '_' or ',' or '\t' or '–' or '—' or '·' || TraceTokens.IsHyphen(c)
        || (c is not ('\n' or '\r' or '\u2028' or '\u2029') && char.IsWhiteSpace(c)) || (c >= '\u200B' && TraceTokens.IsInvisible(c));
}

/// <summary>The word before a number, to tell a telephone from an invoice.</summary>
internal static class NumberContext
{
    private static readonly HashSet<string> Codes = new(
        ("siret siren finess rna rnm iban bic rib isbn issn ean doi tva naf ape facture marché marche rpps adeli nda").Split(' '),
        StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Files = new(
        "lot dossier référence reference réf ref contrat devis commande agrément agrement enregistrement compte budget".Split(' '), StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Security = new(
        "nir sécu secu sécurité securite sociale nss insee immatriculation ins vitale".Split(' '), StringComparer.OrdinalIgnoreCase);

    public static bool IsCode(string text, int start) => Has(text, start, Codes);

    /// <summary>A file may bear the number of a person, hardly a telephone.</summary>
    public static bool IsFile(string text, int start) => Has(text, start, Files);
    public static bool IsSecurity(string text, int start) => Has(text, start, Security);

    private static bool Has(string text, int start, HashSet<string> words)
    {
        var at = start;
        for (var word = 0; word < 4; word++)
        {
            var blank = 0;
            while (at > 0 && blank++ < 6 && !char.IsLetter(text[at - 1]) && text[at - 1] is not ('\n' or '.' or ';') && !char.IsAsciiDigit(text[at - 1])) at--;
            var end = at;
            while (at > 0 && end - at < 20 && char.IsLetter(text[at - 1])) at--;
            if (end == at) return false;
            if (words.Contains(text[at..end])) return true;
        }
        return false;
    }
}
