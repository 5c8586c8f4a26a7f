namespace Croisee.Words;

/// <summary>A civility and the name behind it: « Mme Dupont », « M. et Mme LE GOFF », « mme dupont », « l’abbé Roux ».</summary>
internal static class NameTraces
{
    public static void Find(TraceTokens words, TracePeople people, TraceSpans found)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsAny(TraceLists.Civilities) || !IsCivility(words, i)) continue;
            var first = i;
            var at = AfterCivility(words, ref i);
            var held = at;
            at = SkipFunction(words, at);
            if (IsHidden(words, at)) { people.MarkName(first, at + 1); continue; }
            var end = NameShape.End(words, found, at, 5, LowerAllowed(words, first, i, at));
            // « Mme AS »: two capitals stand for a name.
            if (end == at && at == held && words[at].Shape == Shape.Upper && words[at].Folded.Length is 2 or 3 && words[at].Gap == Gap.Space && !words[at].IsAny(TraceLists.Acronyms)) end = at + 1;
            if (end == at || (at > held && !words[at].IsCapital)) continue;
            if (NamedPlaces.Holds(words, first, civility: true)) { people.Close(first, end); i = end - 1; continue; }

            people.MarkName(first, end);
            if (at > held) found.Add(words[at].Start, words[end - 1].End, TraceKind.Name, "");
            else
            {
                end = Others(words, found, first, end);
                people.MarkName(first, end);
                found.Add(words[first].Start, words[end - 1].End, TraceKind.Name, Suggest(words, found, first, i));
            }
            i = end - 1;
        }
    }

    private static bool IsCivility(TraceTokens words, int i)
    {
        var (token, next) = (words[i], words[i + 1]);
        return token.Folded switch
        {
            // « Ana M. propose »: behind a first name, an initial.
            "m" when next.Is(".") && words[i + 2].Shape == Shape.Lower && TraceLists.IsFirstName(words[i - 1]) && words[i].Gap == Gap.Space => false,
            // « M bertin est passé »
            "m" when token.IsCapital && next.Shape == Shape.Lower && next.IsWord && next.Folded.Length > 2 && !next.IsAny(TraceLists.Grammar) && !next.IsAny(TraceLists.Ordinary) && words[i + 2].Folded is "est" or "a" or "etait" or "avait" or "n'" or "ne" or "s'" => true,
            "m" => next.Is(".") && next.Gap == Gap.None ? !words[i - 1].IsNumber || token.IsCapital
                : token.IsCapital && (next.IsCapital || next.Folded is "et" or "le") && !TraceTokens.IsApostrophe(words.Text[Math.Min(token.End, words.Text.Length - 1)]),
            "me" => token.IsCapital && next.IsCapital && !next.IsAny(TraceLists.Grammar),
            "mm" => token.Shape == Shape.Upper && (next.Is(".") || next.IsCapital),
            // « Sœur Emmanuelle » has no article; « ma sœur Claire » is a relative.
            "soeur" or "frere" or "pere" or "mere" => token.IsCapital && next.IsCapital && next.Gap == Gap.Space && !next.Is("noel") && !words[i - 1].IsAny(TraceLists.Determiners),
            "pre" or "dre" or "maitre" => token.IsCapital && next.IsCapital,
            _ => true,
        };
    }

    // Leaves i on the last civility: « M. et Mme » announce one name.
    private static int AfterCivility(TraceTokens words, ref int i)
    {
        var at = words[i + 1].Is(".") ? i + 2 : i + 1;
        for (var n = 0; n < 2; n++)
        {
            var joined = words[at].Folded is "et" or "ou" or "&" or "/" ? at + 1 : at;
            if (!words[joined].IsAny(TraceLists.Civilities) || words[joined].Gap == Gap.Line) break;
            i = joined;
            at = words[joined + 1].Is(".") ? joined + 2 : joined + 1;
        }
        // « Mme veuve Bertin »
        return words[at].Folded is "veuve" or "vve" or "epouse" or "feu" or "feue" && words[at + 1].IsCapital ? at + 1 : at;
    }

    // « Mme la présidente Lucie Bertin »: the function may stay, the name goes.
    private static int SkipFunction(TraceTokens words, int at)
    {
        if (words[at].Folded is not ("le" or "la" or "l'")) return at;
        var next = at + 1;
        while (next < at + 5 && words[next].Shape == Shape.Lower
            && (words[next].IsAny(TraceLists.Roles) || words[next].IsAny(TraceLists.Civilities))) next++;
        if (next == at + 1) return at;
        return words[next].Is(".") && words[next - 1].Folded.Length <= 3 ? next + 1 : next;
    }

    // « Mme X », « M. *** »: somebody already thought of it.
    private static bool IsHidden(TraceTokens words, int i) =>
        words[i].Folded is "tout-le-monde" or "x" or "y" or "z" or "xx" or "xxx" or "n" or "*" or "…" or "_" && (words[i].Kind == TokenKind.Mark || words[i].IsCapital);

    private static LowerCase LowerAllowed(TraceTokens words, int first, int last, int at)
    {
        var token = words[last];
        if (TraceLists.Abbreviated.Contains(token.Folded)) return token.Is("me") ? LowerCase.No : LowerCase.Trusting;
        if (last == first && token.Folded is "professeur" or "professeure" or "professeurs") return LowerCase.No;
        var described = words[first - 1].Folded is "le" or "la" or "un" or "une" or "ce" or "cette" && token.Folded is "monsieur" or "madame";
        return described || words[at].Gap == Gap.Line ? LowerCase.No : LowerCase.Wary;
    }

    // « Mmes Durand, Petit et Le Goff »
    private static int Others(TraceTokens words, TraceSpans found, int first, int end)
    {
        if (!words[first].IsAny(TraceLists.Several)) return end;
        for (var n = 0; n < 8 && words[end].Folded is "," or "et" or "&"; n++)
        {
            var next = NameShape.End(words, found, end + 1, 3, LowerCase.No);
            if (next == end + 1) break;
            end = next;
        }
        return end;
    }

    private static string Suggest(TraceTokens words, TraceSpans found, int first, int last)
    {
        var token = words[last];
        var determined = words[first - 1].IsAny(TraceLists.Determiners) && words[first - 1].Folded is not ("de" or "d'" or "des") && words[first].Gap != Gap.Line;
        var written = words.Text[token.Start..token.End];
        // « mon voisin M. Aubry »: the neighbour stays.
        if (words[first - 1].IsAny(TraceLists.People) && words[first].Gap != Gap.Line) return "";
        if (first != last) return "deux personnes";
        if (token.IsAny(TraceLists.Several)) return determined ? "personnes" : "plusieurs personnes";
        if (token.IsAny(TraceLists.Doctors)) return determined ? "médecin" : "un médecin";
        if (token.IsAny(TraceLists.Teachers)) return determined ? "professeur" : "un professeur";
        if (token.Folded is "soeur" or "mere") return determined ? "religieuse" : "une religieuse";
        if (token.Folded is "abbe" or "monseigneur" or "mgr" or "pere" or "frere") return determined ? "prêtre" : "un prêtre";
        if (token.Folded is "maitre" or "me") return determined ? written : "un avocat";
        var resident = found.Has(TraceKind.Room);
        if (token.IsAny(TraceLists.Women)) return determined ? (token.Is("madame") ? "dame" : written) : resident ? "une résidente" : "une dame";
        return determined ? (token.Folded.Length > 3 ? written : "monsieur") : resident ? "un résident" : "un monsieur";
    }
}
