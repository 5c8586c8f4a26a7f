namespace Croisee.Words;

/// <summary>Where somebody lives in the house: « chambre 12 », « ch. 214 bis », « appartement B3 », « lit 2 », « la dame de la 104 ».</summary>
internal static class RoomTraces
{
    private static readonly HashSet<string> Full = ["chambre", "chambres", "chb", "chbre", "chbr", "appartement", "appartements", "appt", "appart", "apt", "studio", "logement"];
    private static readonly HashSet<string> Counted =
        ["m", "m2", "metres", "personnes", "personne", "lits", "places", "place", "pieces", "piece", "chambres", "euros", "€", "%", "ans", "jours", "mois", "heures", "h", "etages", "residents", "logements", "etoiles", "m²"];
    private static readonly HashSet<string> Lives = ["occupe", "occupait", "loge", "logeait", "habite", "habitait", "vit", "dort", "installe", "installee", "chambre", "demenage", "demenagee", "toque", "frappe", "sonne", "toquer", "frapper", "emmenage", "vis", "dors", "habitais", "repeint", "refait", "nettoyer", "nettoye", "quitte", "rejoint", "visite", "change", "transfere", "transferee", "mutee", "suis", "attribue", "libere", "est"];
    private static readonly HashSet<string> Furniture = ["tele", "television", "sonnette", "porte", "fenetre", "radiateur", "volet", "lit", "douche", "cle", "clef", "bruit", "bain", "occupant", "occupante", "toilettes", "robinet", "balcon", "patient", "patiente", "locataire", "locataires", "gens", "fille", "fils"];
    private static readonly HashSet<string> Numerals =
        ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "vingt", "trente", "quarante", "cinquante", "soixante", "cent"];

    public static void Find(TraceTokens words, TraceSpans found)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var token = words[i];
            if (!token.IsWord) { continue; }
            if (token.Folded is "la" or "au" or "du") { LoneNumber(words, found, i); continue; }
            var noun = token.IsAny(Full) || (token.Is("ch") && token.Shape != Shape.Upper) || (token.Is("lit") && IsBed(words, i));
            if (!noun) continue;
            var end = NumberEnd(words, words[i + 1].Is(".") ? i + 2 : i + 1, token.Folded.EndsWith('s'));
            if (end < 0) continue;
            end = Others(words, end);
            // « lit 2 de la 112 »
            if (words[end].Is("de") && words[end + 1].Is("la") && words[end + 2].IsNumber && words[end + 2].Folded.Length <= 4) end += 3;
            else if (words[end].Folded is "de" or "," && words[end + 1].IsAny(Full) && NumberEnd(words, end + 2, false) is var behind && behind > 0 && token.Is("lit")) end = behind;
            // With an article the noun may stay: « dans la chambre ».
            var article = words[i - 1].IsAny(TraceLists.Determiners) || words[i - 1].Is("en");
            found.Add(token.Start, words[end - 1].End, TraceKind.Room, article && !(token.Folded is "ch" or "chb" or "chbre" or "appt" or "apt") ? words.Text[token.Start..token.End] : "");
        }
    }

    // « il lit 2 livres »: the noun has an article, a comma or another room before it.
    private static bool IsBed(TraceTokens words, int i) =>
        words[i + 1].Folded is "n" or "no" or "numero" || words[i - 1].Folded is "le" or "au" or "du" or "son" or "mon" or "ce" or "," or "(" or "-" or "–" or "/" || words[i - 1].IsNumber;

    private static int NumberEnd(TraceTokens words, int at, bool plural)
    {
        if (words[at].Folded is "n" or "no" or "numero" or "num" or ":" or "#" or "nº") at++;
        while (words[at].Folded is "°" or "º" or "." or ":") at++;
        var end = at;
        // B12, 12B, 12-B, 214 bis, 1.04
        if (words[end].IsWord && words[end].Folded.Length == 1 && words[end].IsCapital && !(words[end].Folded is "t" or "f" && words[end + 1].Folded.Length == 1))
        {
            end++;
            if (words[end].Folded is "-" or "." or "/") end++;
            if (words[end].IsNumber) return words[end].Folded.Length <= 4 ? end + 1 : -1;
            return words[end - 1].Folded.Length == 1 && !words[end].IsWord ? end : -1;
        }
        if (words[end].Folded is "double" or "simple" or "individuelle" or "seule" or "particuliere")
        {
            end++;
            if (words[end].Is(",") && words[end + 1].Folded is "n" or "no" or "numero") end += 2;
            while (words[end].Folded is "°" or "º" or ".") end++;
        }
        if (!words[end].IsNumber) return InWords(words, end);
        if (words[end].Folded.Length > 4 || (plural && words[end + 1].Is("lit")) || (words[end].Folded.Length == 4 && words[end + 2].Folded.Length == 4 && words[end + 2].IsNumber) || (plural && words[end].Folded.Length == 4) || words[end].Gap == Gap.Line) return -1;
        end++;
        while (words[end].Folded is "." or "-" or "/" && words[end].Gap == Gap.None && words[end + 1].Gap == Gap.None && words[end + 1].IsNumber) end += 2;
        if (words[end].Is("-") && words[end + 1].Folded.Length == 1 && words[end + 1].IsWord) return end + 2;
        if (words[end].Folded is "bis" or "ter" or "quater") return end + 1;
        if (words[end].IsWord && words[end].Folded.Length == 1 && words[end].Gap == Gap.None) return end + 1;
        if (words[end].IsWord && words[end].Folded.Length == 1 && words[end].Shape == Shape.Capital && words[end + 1].Kind == TokenKind.Mark && !words[end + 1].Is("'")) return end + 1;
        return words[end].IsAny(Counted) || words[end].Folded is "€" or "%" or "²" || (words[end].IsWord && words[end].Gap == Gap.None) ? -1 : end;
    }

    private static int InWords(TraceTokens words, int at)
    {
        var end = at;
        while (end - at < 4 && words[end].Gap == Gap.Space && IsNumeral(words[end].Folded)) end++;
        return end > at && !words[end].IsAny(Counted) ? end : -1;
    }

    private static bool IsNumeral(string folded) => Numerals.Contains(folded) || (folded.Contains('-') && Numerals.Contains(folded[..folded.IndexOf('-', StringComparison.Ordinal)]));

    private static int Others(TraceTokens words, int end)
    {
        for (var n = 0; n < 8 && words[end].Folded is "," or "et" or "ou" or "&" && words[end + 1].IsNumber
            && words[end + 1].Folded.Length <= 4 && !words[end + 2].IsWord; n++) end += 2;
        return end;
    }

    // « Sa chambre, la 208, est froide »
    private static bool RoomSaid(TraceTokens words, int i)
    {
        if (words[i + 1].Folded.Length < 2) return false;
        for (var at = i - 1; at > i - 9 && words.SameSentence(at, i); at--)
            if (words[at].Is("chambre", "chambres")) return true;
        return false;
    }

    // « la dame de la 104 », « elle occupe la 12 », « au 214 »: a bare number needs somebody living there.
    private static void LoneNumber(TraceTokens words, TraceSpans found, int i)
    {
        var number = words[i + 1];
        if (!number.IsNumber || number.Folded.Length is < 1 or > 4) return;
        var end = i + 2;
        if (words[end].Folded is "bis" or "ter") end++;
        else if (words[end].IsWord && words[end].Gap == Gap.None) return;
        if (words[end].IsAny(Counted) || words[end].IsAny(TraceLists.Months) || words[end].Folded is "rue" or "avenue" or "boulevard" or "place" or "h" or "°" or "%" or "/") return;
        if (words[end].Is(",") && words[end + 1].IsAny(TraceLists.Streets)) return;
        if (words[end].Folded is "de" or "du" && (words[end + 1].IsAny(TraceLists.Streets) || words[end + 2].IsAny(TraceLists.Streets))) return;
        var before = words[i - 1];
        var of = before.Folded is "de" or "a" ? words[i - 2] : before;
        var person = words[i].Is("la") && (RoomSaid(words, i) || of.IsAny(TraceLists.People) || of.IsAny(Lives) || (before.Is("de") && of.IsCapital));
        person |= before.Is("de") && words[i - 2].IsAny(Furniture) && number.Folded.Length == 3;
        if (words[i].Is("du")) { if (!before.IsAny(TraceLists.People) || number.Folded.Length < 3) return; }
        else if (!person && !of.IsAny(Lives)) return;
        if (words[i].Is("au") && number.Folded.Length < 2) return;
        found.Add(words[i].Start, words[end - 1].End, TraceKind.Room, words[i].Is("au") ? "dans une chambre" : words[i].Is("du") ? "" : "une chambre");
    }
}
