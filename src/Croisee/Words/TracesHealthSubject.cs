namespace Croisee.Words;

/// <summary>Of whom the illness is said: one person, or the public of an action.</summary>
internal static class HealthSubject
{
    private static readonly HashSet<string> Plural = ["ils", "elles", "nous", "vous", "on", "ca", "ceci", "cela", "certains", "certaines", "quelqu'un", "chacun", "chacune", "quiconque", "toute", "chaque", "celui", "celle", "toutes", "lorsqu'on"];

    /// <summary>Looks left, at most fourteen words in the sentence, for the nearest person; a crowd on the way ends the search.</summary>
    public static bool IsOne(TraceTokens words, TracePeople people, int i, bool verb)
    {
        for (var at = i - 1; at > i - 15 && words.SameSentence(at, i); at--)
        {
            if (people.IsSomeone(at) || IsOneOf(words, at)) return true;
            var token = words[at];
            if (token.Is(";") || token.IsAny(Plural)) return false;
            // « Le patient est diabétique » opens a story; « quand le patient est diabétique » opens a rule.
            if (people.Noun(at) == Mention.General)
                return verb && words.OpensSentence(at - 1) && words[at - 1].Folded is "le" or "la" or "l'";
            if (IsOwnPlural(words, at) || people.IsTradeAtWork(at)) return true;
            if (token.IsAny(TraceLists.Many) && !(verb && words[at - 1].Folded is "du" or "de" or "d'" or "l'" or "la")) return false;
        }
        return OpensClause(words, people, i);
    }

    // « Atteinte d’un cancer, elle a… », « Suivi pour un diabète, M. Dupont… »
    private static bool OpensClause(TraceTokens words, TracePeople people, int i)
    {
        if (!words.OpensSentence(i)) return false;
        return PersonFollows(words, people, i);
    }

    /// <summary>« Un patient atteint d’une maladie chronique peut… »: what one may or must do is a rule for all.</summary>
    public static bool IsRule(TraceTokens words, int start, int end)
    {
        if (words[end].Folded is not ("peut" or "doit" or "pourra" or "devra" or "pourrait" or "devrait")) return false;
        for (var at = start - 1; at > start - 5; at--)
            if (words[at].Folded is "un" or "une" && words.OpensSentence(at)) return true;
        return false;
    }

    /// <summary>« À cause de son handicap, elle reste dehors »</summary>
    public static bool PersonFollows(TraceTokens words, TracePeople people, int i)
    {
        for (var at = i + 2; at < i + 12 && words.SameSentence(at, i); at++)
            if (words[at].Is(",") && (people.IsSomeone(at + 1) || people.IsSomeone(at + 2) || people.IsSomeone(at + 3))) return true;
        return false;
    }

    /// <summary>« un des résidents », « l’une de nos bénévoles », « l’un d’eux »</summary>
    public static bool IsOneOf(TraceTokens words, int i)
    {
        if (!words[i].IsAny(TraceLists.Many) && words[i].Folded is not ("eux" or "elles")) return false;
        var at = i - 1;
        while (i - at < 3 && (words[at].Folded is "des" or "de" or "d'" or "nos" or "mes" or "ces" || words[at].IsAny(TraceLists.Adjectives))) at--;
        return at < i - 1 && words[at].Folded is "un" or "une";
    }

    /// <summary>« mes deux enfants sont autistes »: the token behind the plural adjective.</summary>
    public static int OwnPluralEnd(TraceTokens words, int i)
    {
        var folded = words[i].Folded;
        if (!words[i].IsWord || folded.Length < 6 || !folded.EndsWith('s') || words[i].Shape != Shape.Lower || !HealthWords.IsAdjective(folded[..^1])) return i;
        for (var at = i - 1; at > i - 6 && words.SameSentence(at, i); at--)
            if (IsOwnPlural(words, at)) return i + 1;
        return i;
    }

    public static bool SpeaksOfOneself(TraceTokens words, int i)
    {
        for (var at = i - 8; at < i + 8; at++)
            if (words[at].Folded is "je" or "j'" or "m'" or "me" or "moi" && words.SameSentence(at, i)) return true;
        return false;
    }

    /// <summary>« mes deux fils », « ses enfants »: a family is a few known people.</summary>
    public static bool IsOwnPlural(TraceTokens words, int i)
    {
        var token = words[i];
        if (!token.IsWord || token.Folded.Length < 4 || !token.Folded.EndsWith('s')) return false;
        var at = words[i - 1].Folded is "deux" or "trois" or "quatre" || words[i - 1].IsAny(TraceLists.Adjectives) ? i - 2 : i - 1;
        return words[at].Folded is "mes" or "ses" && (token.Folded is "enfants" or "parents" or "fils" || TraceLists.Kin.Contains(token.Folded[..^1]));
    }

    /// <summary>Whether a word of illness is itself the person: « un autiste », « cette schizophrène », « notre aveugle ».</summary>
    public static bool IsNounOfOne(TraceTokens words, TraceSpans found, int i)
    {
        if (words[i + 1].IsAny(TraceLists.People)) return false;
        return words[i - 1].Folded switch
        {
            "ce" or "cet" or "cette" or "mon" or "ma" or "notre" => true,
            "ancien" or "ancienne" or "jeune" or "vieil" or "vieux" => words[i - 2].Folded is "un" or "une" or "cet" or "cette",
            "un" or "une" => !(words[i - 2].Folded is "pour" or "d'" or "chez" or "comme" or "qu'" or "que" or "par"),
            // « le diabétique de la chambre 12 », « l’aveugle du deuxième étage »
            "le" or "la" or "l'" => words[i + 1].Folded is "du" or "de" && (words[i + 2].Is("etage") || words[i + 3].Is("etage") || found.IsTaken(words[i + 2].Start) || found.IsTaken(words[i + 3].Start)),
            _ => false,
        };
    }
}

/// <summary>« le cancer de Mme Dupont », « son diabète », « M. Dupont, Alzheimer, … »</summary>
internal static class HealthOfOne
{
    public static int Find(TraceTokens words, TracePeople people, TraceSpans found, int i)
    {
        if (!words[i].Lexeme.IsIllness && !HealthPhrases.IsComplaint(words, i)) return i;
        var start = words[i - 1].Folded is "le" or "la" or "l'" or "un" or "une" or "les" or "du" ? i - 1 : i;
        var end = HealthPhrases.NounEnd(words, people, i);
        if (IsOwn(words, people, i)) start = i - 1;
        else if (!(IsOf(words, people, end) || IsNoted(words, people, i, end))) return i;
        var own = start < i && !words[start].Is("du");
        found.Add(words[own ? start : i].Start, words[end - 1].End, TraceKind.Health, own && words[start].Folded is not ("son" or "sa" or "ses") ? "la santé" : IsNoted(words, people, i, end) ? "" : "[santé retirée]");
        return end;
    }

    private static bool IsOf(TraceTokens words, TracePeople people, int end)
    {
        var who = end + 1;
        // « le cancer dont souffre ma mère »
        if (words[end].Is("dont"))
            for (var at = who; at < who + 6 && words.SameSentence(at, end); at++)
                if (people.IsSomeone(at)) return true;
        if (words[end].Folded is not ("de" or "d'" or "du")) return false;
        if (people.IsName(who)) return true;
        if (words[who].Folded is not ("mon" or "ma" or "son" or "sa" or "notre" or "votre" or "cette" or "cet" or "ce" or "un" or "une" or "la")) return words[end].Is("du") && people.Noun(who) == Mention.Specific;
        return people.Noun(who + 1) == Mention.Specific || people.Noun(who + 2) == Mention.Specific;
    }

    // « son » may be everybody's: a named person or a real « elle » must stand in the sentence, no crowd nearer.
    private static bool IsOwn(TraceTokens words, TracePeople people, int i)
    {
        var owner = words[i - 1].Folded;
        if (owner is "mon" or "ma" or "mes")
            return HealthSubject.SpeaksOfOneself(words, i)
                || (words[i - 2].Folded is not ("«" or "\"" or "“") && !(words.OpensSentence(i - 1) && (HealthWords.IsVague(words[i].Folded) || words[i + 1].Folded is "et" or "," or ":" or "?")));
        if (owner is not ("son" or "sa" or "ses")) return false;
        if (HealthWords.IsVague(words[i].Folded) && words[i].Folded is not ("maladie" or "handicap" or "depression" or "tumeur" or "addiction" or "dialyse" or "covid" or "fracture")) return false;
        if (words.OpensSentence(i - 1) && (!HealthWords.IsVague(words[i].Folded) || words[i].Folded is "maladie" or "handicap" or "depression")) return true;
        return HealthSubject.IsOne(words, people, i - 1, verb: true) || HealthSubject.PersonFollows(words, people, i - 1);
    }

    // Notes: « Mme Dupont, Alzheimer, ne sort plus »
    private static bool IsNoted(TraceTokens words, TracePeople people, int i, int end)
    {
        // « Sur le dossier : démence, M. Dubois »
        if (words[i - 1].Is(":") && words[end].Is(",") && people.IsName(end + 1)) return true;
        while (words[i - 1].Folded is "un" or "une" or "des" or "de" or "l'" or "la" or "le" or "du" or "d'" or "grave") i--;
        return words[i - 1].Folded is "," or "(" or ":" or "-" or "–" && words[end].Folded is "," or ")" or "." or ";" or "" or "/" or "-" or "depuis" && words.SameSentence(i - 2, i)
            && (people.IsName(i - 2) || (words[i - 1].Folded is "," or "(" && people.Noun(i - 2) == Mention.Specific && words[i - 3].Folded is "ma" or "mon" or "sa" or "son" or "notre") || (words[i - 2].Is("ans") && HealthSubject.IsOne(words, people, i, verb: true)));
    }
}
