namespace Croisee.Words;

/// <summary>
/// Names without a civility, by what stands around them: « ma voisine Josette », « Kevin, 12 ans », « Aminata TRAORÉ »,
/// « s’appelle Louna », « avec Awa Sissoko ». Known first names help; unknown ones need a person beside them.
/// </summary>
internal static class NameInContextTraces
{
    private static readonly HashSet<string> Called = ["prenomme", "prenommee", "prenommes", "nomme", "nommee", "appelle", "appelait", "appele", "appelee", "nommait", "surnomme", "surnommee", "certain", "certaine", "signe", "alias"];
    private static readonly HashSet<string> Labels = ["nom", "noms", "prenom", "prenoms", "contact", "contacts", "referent", "referente", "signature", "redacteur", "redactrice", "auteur", "auteure", "autrice",
        "interlocuteur", "interlocutrice", "temoin", "temoignage", "par", "usage", "naissance", "fille", "patronyme", "de", "objet", "signe", "redige", "ecrit"];
    private static readonly HashSet<string> Loose = ["membre", "client", "cliente", "sujet", "citoyen", "citoyenne", "habitant", "habitante", "parent", "individu"];

    public static void Find(TraceTokens words, TracePeople people, TraceSpans found)
    {
        var hopeless = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsWord || people.IsName(i) || people.IsClosed(i) || found.IsTaken(words[i].Start)) continue;
            var (start, end, dropped) = At(words, people, found, i);
            if (end <= start) { i = Math.Max(i, end - 1); continue; }
            people.MarkName(start, end);
            found.Add(words[start].Start, words[end - 1].End, TraceKind.Name, dropped ? "" : Suggest(words, start));
            NameChains.Follow(words, people, found, end, ref hopeless);
            i = end - 1;
        }
    }

    private static (int Start, int End, bool Dropped) At(TraceTokens words, TracePeople people, TraceSpans found, int i)
    {
        var named = BehindPerson(words, found, i);
        if (named.End > named.Start) return named;
        named = BehindLabel(words, people, found, i);
        if (named.End > named.Start) return named;
        if (words[i].Shape == Shape.Capital && words[i].Folded.Length == 1) return (i, InitialsEnd(words, found, i), false);
        if (!words[i].IsCapital) return (i, NameAlone.LowerCaseEnd(words, i), false);
        return NameAlone.At(words, people, found, i);
    }

    // « J. Morel », « J.-P. Morel »: at the start of a line, « A. Morel » may be the head of a list.
    private static int InitialsEnd(TraceTokens words, TraceSpans found, int i)
    {
        var at = i;
        for (var n = 0; n < 3 && words[at].Shape == Shape.Capital && words[at].Folded.Length == 1 && words[at + 1].Is(".") && words[at + 1].Gap == Gap.None; n++)
            at += words[at + 2].Is("-") ? 3 : 2;
        if (at == i || words[at].Gap == Gap.Line) return i;
        if (!NameShape.IsUncommon(words[at]) && !(NameShape.CanBeName(words[at]) && NameShape.End(words, found, at, 3, LowerCase.No) is var to && (PersonActs.RoleFollows(words, to) || PersonActs.Follow(words, to, strict: false)))
            && !(words[at].IsCapital && words[at].IsAny(TraceLists.Particles) && NameShape.IsUncommon(words[at + 1]))) return i;
        var end = NameShape.End(words, found, at, 3, LowerCase.No);
        return at - i > 2 || !words.OpensSentence(i) || PersonActs.Follow(words, end, strict: false) || PersonActs.RoleFollows(words, end) || words[end].Folded is "a" or "est" or "avait" or "etait" or "et" || (words[i].Gap == Gap.Line && words[end].Gap == Gap.Line) ? end : i;
    }

    // « la petite Emma », « la Josette du second »: an article already stands there.
    private static string Suggest(TraceTokens words, int start) =>
        words[start].Gap == Gap.Line ? "une personne"
            : words[start - 1].IsAny(TraceLists.Adjectives) ? ""
            : words[start - 1].Folded is "le" or "la" or "un" or "une" or "du" or "au" or "ce" or "cette" ? "personne" : "une personne";

    // « ma voisine Josette », « la directrice adjointe, Sylvie Bertin, », « mon fils kevin »
    private static (int Start, int End, bool Dropped) BehindPerson(TraceTokens words, TraceSpans found, int i)
    {
        // « notre jardinier Ulrich »
        var trade = words[i - 1].Folded is "mon" or "ma" or "notre" or "son" or "sa" && words[i].Shape == Shape.Lower && TraceLists.LooksLikeTrade(words[i].Folded);
        var family = HealthSubject.IsOwnPlural(words, i) || (words[i].Folded is "enfants" or "filles" or "fils" && words[i - 1].Folded is "nos" or "leurs" or "mes");
        if (!trade && !family && !words[i].IsAny(TraceLists.People)) return default;
        var at = i + 1;
        if (words[at].Is("(") && words[at + 2].Is(")")) at += 3;
        for (var n = 0; n < 2 && words[at].Shape == Shape.Lower && words[at].Gap == Gap.Space
            && (words[at].IsAny(TraceLists.Roles) || words[at].IsAny(Called) || words[at].IsAny(TraceLists.Adjectives)); n++) at++;
        // « ma voisine de palier Huguette », « l’infirmière de nuit Sophie »
        if (words[at].Folded is "de" or "d'" && words[at + 1].Shape == Shape.Lower && words[at + 2].IsWord && !words[at + 1].IsAny(TraceLists.Houses)
            && !words[at + 1].IsAny(TraceLists.Things) && !words[at + 1].IsAny(TraceLists.Works) && !words[at + 1].IsAny(TraceLists.Grammar)
            && (TraceLists.IsFirstName(words[at + 2]) || NameShape.IsUncommon(words[at + 2]))) at += 2;
        // « mon fils de 12 ans, Kylian », « Résident concerné : Bakary »
        if (words[at].Folded is "de" or "d'" && words[at + 1].IsNumber && words[at + 2].Is("ans")) at += 3;
        else if (words[at].Shape == Shape.Lower && words[at].IsWord && words[at + 1].Is(":")) at++;
        var comma = words[at].Folded is "," or ":" or "(";
        if (comma) at++;
        var token = words[at];
        if (token.Gap == Gap.Line || found.IsTaken(token.Start)) return default;
        var known = TraceLists.IsFirstName(token);
        if (!token.IsCapital)
            return known && !comma && !token.IsAny(TraceLists.Unsure) ? (at, at + 1, true) : default;
        if (!(known && NameShape.CanBeName(token)) && !NameShape.IsUncommon(token)) return default;
        var end = NameShape.End(words, found, at, 4, LowerCase.No);
        if (end == at) return default;
        // « la résidente, Ysaline, » is an apposition; « la résidente, Passerelle et… » may be anything.
        if (comma && !known && !words[at - 1].Is(":") && !(words[end].Folded is "," or ")" or ".")) return default;
        if (!known && words[i].IsAny(Loose) && end - at < 2) return default;
        return (at, end, !comma || words[at - 1].Folded != ":");
    }

    // « prénommée Louna », « s’appelle Louna », « Nom : KERBRAT », « née Le Bihan », « la famille Martin », « je suis Josette »
    private static (int Start, int End, bool Dropped) BehindLabel(TraceTokens words, TracePeople people, TraceSpans found, int i)
    {
        var token = words[i];
        var at = i + 1;
        if (token.IsAny(Labels) || token.IsAny(TraceLists.Roles))
        {
            if (words[at].Is("(") && words[at + 2].Is(")")) at += 3;
            if (!words[at].Is(":")) return default;
            at++;
        }
        else if (token.IsAny(Called)) { if (NamesThing(words, people, i)) return default; }
        else if (token.Folded is "dit" or "dite" && words[i - 1].Is(",") && people.IsName(i - 2)) { }
        else if (token.Folded is "nee" or "famille" or "familles" or "epoux" or "couple" || (token.Is("les") && words[i - 1].Is("chez"))) { if (words[at].Gap == Gap.Line) return default; }
        else if (token.Is("suis") && words[i - 1].Is("je") || (token.Is("est") && words[i - 1].Folded is "c'" or "prenom")) { }
        else if (token.Is("moi") && words[at].Is(",")) at++;
        else return default;

        if (!(words[at].IsCapital || (words[at].Folded is "de" or "d'" && token.Is("famille"))) || words[at].Gap == Gap.Line) return default;
        var known = TraceLists.IsFirstName(words[at]) && NameShape.CanBeName(words[at]);
        var end = NameShape.End(words, found, at, 4, LowerCase.No);
        if (end == at || (!known && !NameShape.IsUncommon(words[at]) && !IsParticled(words, at, end) && !IsFamily(words, i, at))) return default;
        // « je m’appelle Ahmed abdallah, … »
        if (known && token.IsAny(Called) && words[end].Shape == Shape.Lower && words[end].IsWord && words[end].Gap == Gap.Space && words[end + 1].Kind == TokenKind.Mark
            && !words[end].Lexeme.IsCommon && !words[end].IsAny(TraceLists.Grammar)) end++;
        var strong = token.IsAny(Called) || token.Folded is "dit" or "dite" || token.Folded is "les" or "couple" or "nee" or "famille" or "familles" or "nom" or "prenom" or "noms" or "prenoms";
        return known || strong || end - at > 1 ? (at, end, false) : default;
    }

    // « la famille Petit » is somebody, « la Famille Rurale » is not.
    private static bool IsFamily(TraceTokens words, int i, int at) =>
        words[i].Is("famille", "familles") && words[i].Shape == Shape.Lower && words[i - 1].Folded is "la" or "une" or "les" or "des" && words[at].Gap != Gap.Line
        && !words[at].IsAny(TraceLists.Organisation) && !words[at].IsAny(TraceLists.Places);

    private static bool IsParticled(TraceTokens words, int at, int end) =>
        end - at > 1 && words[at].IsAny(TraceLists.Particles) && NameShape.IsUncommon(words[at + 1]);

    // « un projet nommé Passerelle », « le groupe s’appelle Horizon »
    private static bool NamesThing(TraceTokens words, TracePeople people, int i)
    {
        for (var at = i - 1; at > i - 8 && words.SameSentence(at, i); at--)
        {
            if (words[at].IsAny(TraceLists.Things) || words[at].IsAny(TraceLists.Houses) || words[at].IsAny(TraceLists.Works)) return true;
            if (people.IsSomeone(at)) return false;
        }
        return words[i].Folded is "appele" or "appelee" or "signe";
    }
}
