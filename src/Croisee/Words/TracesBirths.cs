namespace Croisee.Words;

/// <summary>Dates of birth: « née le 12 mars 1942 », « DDN 12/03/42 », « date de naissance : … ». Not « le projet est né en 2019 ».</summary>
internal static class BirthTraces
{
    private static readonly HashSet<string> Born = ["ne", "nee", "nes", "nees", "naquit", "nait", "natif", "native"];
    private static readonly HashSet<string> Announces = ["naissance", "naiss", "ddn", "dn", "d.d.n"];
    private static readonly HashSet<string> Before = ["le", "la", "l'", "en", "au", "a", "aux", "vers", "courant", "un", "est", "etait", "du", "annee", "an", "mois", "de", "debut", "fin", "date", "jour", "probablement", "sous", "x", "c'", "printemps", "ete", "automne", "hiver", "maternite", "hopital", "clinique", "tombe", "anniversaire", "dans", "sa", "son", "mois", "tous", "toutes", "deux", "les", "meme", "ensemble", "ici", "d'"];
    private static readonly HashSet<string> Founding = ["d'", "de", "du", "grace", "sous", "suite", "avec", "autour", "afin", "apres", "pour", "par", "lors", "dans"];

    public static void Find(TraceTokens words, TracePeople people, TraceSpans found)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var token = words[i];
            if (token.IsNumber) { BehindName(words, people, found, i); continue; }
            if (!token.IsWord) continue;
            var born = token.IsAny(Born) && (token.Folded != "ne" || IsAccented(words, token) || words[i + 1].Is("le") || words[i + 1].Is("("));
            born |= (token.Is("jour") && words[i - 1].Is("le") && words[i - 2].Is("vu")) || (token.Is("monde") && words[i - 2].Folded is "venu" or "venue" or "vint") || (token.Is("bougies") && words[i - 2].Folded is "ses" or "mes" or "les") || HasYears(words, people, i);
            // « elle est de mars 1938 »
            if (token.Is("est") && words[i - 1].Folded is "il" or "elle" && words[i + 1].Folded is "de" or "d'" && (words[i + 2].IsAny(TraceLists.Months) || words[i + 2].Folded is ['1', '9', _, _]))
                born |= DateReader.Read(words, i + 2) is var (last, told) && told is DateShape.Month or DateShape.Year && words[last - 1].Folded.Length == 4 && string.CompareOrdinal(words[last - 1].Folded, "2009") < 0;
            // « je suis du 12 mai 1948 »
            born |= words[i + 1].Is("du") && ((token.Is("suis") && words[i - 1].Is("je")) || (token.Is("est") && people.IsSomeone(i - 1)));
            var announced = token.IsAny(Announces) || (token.Is("d") && words[i + 1].Is(".") && words[i + 2].Is("n") && words[i + 3].Folded is "." or ":") || (token.Is("d") && words[i + 2].Is("d") && words[i + 4].Is("n")) || IsBirthday(words, people, i);
            if (!born && !announced) continue;
            var at = Skip(words, token.Is("d") ? words[i + 2].Is("n") ? i + 3 : i + 5 : i + 1, born);
            var (end, shape) = DateReader.Read(words, at);
            if (shape == DateShape.None && token.Is("naissance"))
            {
                // « Son acte de naissance porte la date du… », but not « la naissance du projet, le… »
                for (var n = at; n < at + 7 && words.SameSentence(n, i) && !words[n].IsAny(TraceLists.Things) && !words[i - 2].Is("maison"); n++)
                    if (words[n + 1].IsNumber && words[n].Folded is "du" or "le" or "au" or ":" or "date") { (at, (end, shape)) = (n + 1, DateReader.Read(words, n + 1)); break; }
                if (shape != DateShape.Day) continue;
            }
            if (shape == DateShape.None || (!words.SameSentence(i, at) && !announced)) continue;
            if (born && !OfSomeone(words, people, i, end, shape)) continue;
            if (announced && shape == DateShape.Year && words[at].Folded.Length < 4) continue;
            found.Add(words[at].Start, words[end - 1].End, TraceKind.BirthDate, "[date retirée]");
        }
    }

    private static bool IsAccented(TraceTokens words, Token token) => words.Text.AsSpan(token.Start, token.End - token.Start).IndexOfAny('é', 'É', '\u0301') >= 0;

    // « elle fêtera ses 90 ans le 12 mars »: the day, not the year, but with the age it says both.
    private static bool HasYears(TraceTokens words, TracePeople people, int i)
    {
        if (!words[i].Is("ans") || !words[i - 1].IsNumber || !words[i + 1].Is("le")) return false;
        // Few houses and fewer projects turn sixty.
        if (words[i - 2].Folded is "ses" or "mes" && words[i - 1].Folded.Length is 2 or 3 && string.CompareOrdinal(words[i - 1].Folded.PadLeft(3, '0'), "060") >= 0) return true;
        for (var at = i - 2; at > i - 7 && words.SameSentence(at, i); at--)
            if (people.IsSomeone(at)) return true;
        return false;
    }

    // « son anniversaire est le 12 mars », « l’anniversaire de Josette, le 3 mai »: the CVS has anniversaries too.
    private static bool IsBirthday(TraceTokens words, TracePeople people, int i) =>
        words[i].Folded is "anniversaire" or "anniv" or "annif" && (words[i - 1].Folded is "son" or "mon" || (words[i - 1].Is("d'") && words[i - 3].Folded is "sa" or "ma") || (words[i + 1].Folded is "de" or "d'" && people.IsName(i + 2)));

    // « née Durand le », « née à Saint-Denis (93) le », « née vers »
    private static int Skip(TraceTokens words, int at, bool born)
    {
        for (var n = 0; n < 12; n++)
        {
            var token = words[at];
            var filler = token.Folded is ":" or "(" or ")" or "." or "," or "=" or "-" or "–" or "e" or "es" or "s" || token.IsAny(Before)
                || token.IsAny(TraceLists.Weekdays) || (!born && token.IsAny(TraceLists.People)) || (born && token.IsCapital && !token.IsAny(TraceLists.Months))
                || (!born && token.IsCapital && token.Folded.Length > 2 && !token.IsAny(TraceLists.Months));
            var department = born && token.IsNumber && words[at - 1].Is("(") && words[at + 1].Is(")");
            if (!filler && !department) break;
            at++;
        }
        return at;
    }

    private static bool OfSomeone(TraceTokens words, TracePeople people, int i, int end, DateShape shape)
    {
        var plural = words[i].Folded is "nes" or "nees";
        if (plural && shape != DateShape.Day) return false;
        // « Elle est née en 2015 d’une rencontre »: only ideas are born of something.
        if (words[end].IsAny(Founding) && words.SameSentence(end, i) && shape != DateShape.Day) return false;
        if (words[end].Folded is "a" or "a'" && words[end + 1].Folded is "l'" or "la" && shape != DateShape.Day) return false;
        for (var at = i - 1; at > i - 12 && words.SameSentence(at, i); at--)
        {
            if (people.IsSomeone(at)) return true;
            // « La carte indique : née le… »
            if (words[at].Is(":") && shape == DateShape.Day) return true;
            // A thing behind a preposition is no subject (« entré à la résidence en 2020, né le… »), unless it stands right here.
            if (words[at].IsAny(TraceLists.Things) && (i - at < 2 || !IsComplement(words, at))) return false;
        }
        // « Notre fanfare est née un 14 juillet »: without a year, somebody must be named.
        if (shape == DateShape.Day && words[end - 1].IsAny(TraceLists.Months)) return false;
        // « Née en 2015, l’association… »
        for (var at = end; words.OpensSentence(i) && at < end + 5 && words.SameSentence(at, i); at++)
        {
            if (people.IsSomeone(at)) return true;
            if (words[at].IsAny(TraceLists.Things)) return false;
        }
        return true;
    }

    private static bool IsComplement(TraceTokens words, int i)
    {
        var at = i - 1;
        while (i - at < 4 && words[at].Folded is "la" or "le" or "l'" or "cette" or "ce" or "une" or "un" or "notre" or "les") at--;
        return words[at].Folded is "a" or "dans" or "en" or "au" or "aux" or "sur" or "pour" or "avec" or "par" or "chez" or "vers" or "du" or "de" or "depuis";
    }

    // « Mme Dupont (12/03/1942) »: a full date of the last century behind a name.
    private static void BehindName(TraceTokens words, TracePeople people, TraceSpans found, int i)
    {
        if (words[i - 1].Folded is not ("(" or ",") || !people.IsName(i - 2)) return;
        var (end, shape) = DateReader.Read(words, i);
        if (shape != DateShape.Day || !words[end - 1].IsNumber || words[end - 1].Folded.Length != 4) return;
        if (string.CompareOrdinal(words[end - 1].Folded, "2008") > 0) return;
        found.Add(words[i].Start, words[end - 1].End, TraceKind.BirthDate, "[date retirée]");
    }
}
