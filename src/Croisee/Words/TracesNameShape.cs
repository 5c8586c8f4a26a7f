namespace Croisee.Words;

/// <summary>How far to trust a lower-case word behind a civility: never, only an unknown word, or any but grammar.</summary>
internal enum LowerCase { No, Wary, Trusting }

/// <summary>The shape of a name: capitalised words, particles, initials, hyphens; never over a line.</summary>
internal static class NameShape
{
    private static readonly HashSet<string> Inner = ["de", "d'", "du", "des", "la", "van", "von", "ben", "bin", "el", "al", "da", "dos", "di", "del", "y"];

    /// <summary>The token behind the name that starts at <paramref name="at"/>; <paramref name="at"/> itself when there is none.</summary>
    public static int End(TraceTokens words, TraceSpans found, int at, int most, LowerCase lower)
    {
        for (var unit = 0; unit < most; unit++)
        {
            var next = UnitEnd(words, found, at, unit, lower);
            if (next == at) break;
            // A lower-case surname stands alone; a lower-case first name lets the surname follow.
            if (words[next - 1].IsWord && words[next - 1].Shape == Shape.Lower && !TraceLists.IsFirstName(words[next - 1])) return next;
            at = next;
        }
        return at;
    }

    private static int UnitEnd(TraceTokens words, TraceSpans found, int at, int unit, LowerCase lower)
    {
        if (unit > 0 && words[at].Gap == Gap.Line) return at;
        var word = at;
        while (word - at < 3 && IsParticle(words[word], unit, lower)) word++;
        if (word > at && words[word].Gap != Gap.Line && !found.IsTaken(words[word].Start))
        {
            var token = words[word];
            if (token.IsCapital ? CanFollowParticle(words, token, at, unit) : lower != LowerCase.No && unit == 0 && CanBeLower(token, lower)) return word + 1;
        }
        var first = words[at];
        if (!first.IsWord || found.IsTaken(first.Start)) return at;
        if (!first.IsCapital) return lower != LowerCase.No && (unit == 0 || (words[at - 1].Shape == Shape.Lower && TraceLists.IsFirstName(words[at - 1]))) && CanBeLower(first, lower) ? at + 1 : at;
        if (!CanBeName(first) || (unit > 0 && !CanContinue(words, at))) return at;
        // The full stop of an initial goes with it, unless it may end the sentence.
        return first.Folded.Length == 1 && words[at + 1].Is(".") && words[at + 1].Gap == Gap.None
            && words[at + 2].Gap != Gap.Line && (words[at + 2].Shape == Shape.Lower || words[at + 2].IsCapital) && words[at + 2].Kind != TokenKind.Number ? at + 2 : at + 1;
    }

    private static bool IsParticle(Token token, int unit, LowerCase lower) =>
        token.IsAny(TraceLists.Particles) && (unit == 0 ? token.IsCapital || token.Folded is not ("la" or "le" or "les" or "l'") || lower != LowerCase.No
            : token.IsCapital || Inner.Contains(token.Folded));

    // « Mme Dupont de Lyon », « le docteur Martin du CHU »: what follows is a place, not the name.
    private static bool CanFollowParticle(TraceTokens words, Token token, int at, int unit)
    {
        if (!CanBeName(token)) return false;
        if (unit == 0) return true;
        if (words[at].Folded is "la" or "y" && !words[at].IsCapital) return false;
        return !token.IsAny(TraceLists.Places) && !token.IsAny(TraceLists.Organisation) && !token.IsAny(TraceLists.Houses) && !token.IsAny(TraceLists.Ordinary)
            && (token.Shape != Shape.Upper || ((words[at - 1].Shape == Shape.Upper || words[at].IsCapital) && !token.IsAny(TraceLists.Acronyms)));
    }

    private static bool CanContinue(TraceTokens words, int at)
    {
        var token = words[at];
        if (token.Shape == Shape.Upper && token.IsAny(TraceLists.Acronyms)) return false;
        var common = token.IsAny(TraceLists.Ordinary) || token.IsAny(TraceLists.Organisation) || token.IsAny(TraceLists.Houses) || token.IsAny(TraceLists.People)
            || token.IsAny(TraceLists.Months) || token.IsAny(TraceLists.Weekdays);
        return !common || (token.Gap == Gap.Space && TraceLists.IsFirstName(words[at - 1]) && words[at - 1].Shape != Shape.Upper && !token.IsAny(TraceLists.People));
    }

    /// <summary>Whether a capitalised word may be a name at all: no grammar, no function, no civility.</summary>
    public static bool CanBeName(Token token) =>
        token.IsCapital && !token.IsAny(TraceLists.Grammar) && !token.IsAny(TraceLists.Roles) && !token.IsAny(TraceLists.Civilities)
        && !token.Folded.EndsWith('\'') && !IsDeputy(token.Folded);

    // Sous-préfet, Vice-présidente
    private static bool IsDeputy(string folded) =>
        folded.StartsWith("sous-", StringComparison.Ordinal) || folded.StartsWith("vice-", StringComparison.Ordinal) || folded.StartsWith("co-", StringComparison.Ordinal);

    /// <summary>Whether a capitalised word is a likely name without any civility: nor an ordinary word, place, organisation.</summary>
    public static bool IsUncommon(Token token) =>
        CanBeName(token) && token.Folded.Length > 1 && !token.Lexeme.IsCommon
        && !(token.Shape == Shape.Upper && (token.Folded.Length < 4 || token.IsAny(TraceLists.Acronyms)));

    /// <summary>An ordinary word, place, person word or organisation, by the lists or by its ending.</summary>
    public static bool IsCommon(string folded) =>
        Common.Any(set => set.Contains(folded)) || TraceLists.LooksOrdinary(folded) || StartsLikePlace(folded);

    private static readonly IReadOnlySet<string>[] Common =
    [
        TraceLists.Ordinary, TraceLists.Places, TraceLists.Organisation, TraceLists.Emblems, TraceLists.Houses, TraceLists.Works, TraceLists.People, TraceLists.Many,
        TraceLists.Things, TraceLists.Months, TraceLists.Weekdays, TraceLists.Famous, TraceLists.Streets, TraceLists.Saints,
    ];

    private static bool StartsLikePlace(string folded)
    {
        var cut = folded.IndexOf('-', StringComparison.Ordinal);
        return cut > 0 && (TraceLists.Saints.Contains(folded[..cut]) || folded.Contains("-sur-", StringComparison.Ordinal) || folded.Contains("-les-", StringComparison.Ordinal)
            || folded.Contains("-en-", StringComparison.Ordinal) || folded.Contains("-sous-", StringComparison.Ordinal) || TraceLists.Places.Contains(folded[..cut])
            || TraceLists.Ordinary.Contains(folded[..cut]) || TraceLists.Grammar.Contains(folded[..cut]));
    }

    private static bool CanBeLower(Token token, LowerCase trust)
    {
        if (token.Folded.Length < 2 || token.IsAny(TraceLists.Grammar) || token.IsAny(TraceLists.Roles) || token.IsAny(TraceLists.People)
            || token.IsAny(TraceLists.Many) || token.IsAny(TraceLists.Civilities) || token.Folded.EndsWith('\'') || TraceLists.LooksLikeVerb(token.Folded)) return false;
        return trust == LowerCase.Trusting
            || !(token.IsAny(TraceLists.Ordinary) || token.IsAny(TraceLists.HumanVerbs) || token.IsAny(TraceLists.HumanParticiples) || TraceLists.LooksOrdinary(token.Folded)
                || token.Lexeme.IsIll || token.Folded.EndsWith("ee", StringComparison.Ordinal));
    }
}
