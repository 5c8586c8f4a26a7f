namespace Croisee.Words;

/// <summary>A name with neither civility nor label: known first names, « Prénom NOM », or an unknown word that acts as a person.</summary>
internal static class NameAlone
{
    private static readonly HashSet<string> Company = ["avec", "par", "de", "d'", "et", "pour", "chez", "selon", "que", "qu'", "dont", "comme", "merci", "remercie", "rencontre", "aide", "accompagne"];

    private static readonly HashSet<string> TownHeads = ["port", "fort", "new", "los", "san", "santa", "buenos", "rio", "puy", "roche", "ville", "villers", "val", "vaux", "champ", "bois", "haute", "basse"];
    private static readonly HashSet<string> Where = ["en", "dans", "sur", "vers", "sous", "depuis", "jusqu'a", "via", "entre", "pres", "dit", "dite", "type", "marque", "modele", "version", "gamme", "appele", "appelee"];

    public static (int Start, int End, bool Dropped) At(TraceTokens words, TracePeople people, TraceSpans found, int i)
    {
        var known = TraceLists.IsFirstName(words[i]) && NameShape.CanBeName(words[i]);
        if (!known && !NameShape.IsUncommon(words[i]) && !words[i].IsAny(TraceLists.Famous)) return default;
        var end = NameShape.End(words, found, i, 4, LowerCase.No);
        if (end == i) return default;
        // The whole name of a street or a law is skipped, its second half would look like a name of its own.
        if (NamedPlaces.Holds(words, i, civility: false) || IsFamous(words, i, end)) { people.Close(i, end); return (end, end, false); }
        if (known ? KnownStands(words, i, end) : UnknownStands(words, i, end)) return (Surname(words, people, i), end, false);
        return default;
    }

    private static readonly HashSet<string> Speech = ["dit", "explique", "confie", "confesse", "raconte", "temoigne", "affirme", "ajoute", "precise", "repond", "sourit", "lance", "conclut", "poursuit", "resume", "soupire", "insiste", "demande", "glisse", "estime", "rappelle", "regrette", "remarque", "reconnait"];
    private static readonly HashSet<string> Belongings =
        ["parents", "maman", "papa", "mere", "pere", "fils", "fille", "frere", "soeur", "mari", "femme", "epouse", "conjoint", "compagne", "compagnon", "famille", "histoire", "temoignage", "chambre", "deces", "anniversaire", "sourire",
         "tuteur", "tutrice", "curateur", "curatrice", "proches", "entourage", "obseques", "enfance", "prenom", "lit", "fauteuil", "voisin", "voisine", "ami", "amie", "grand-mere", "grand-pere", "voix", "mort", "colere", "larmes", "dossier", "ans", "mot", "mots", "dessin", "poeme", "texte", "photo", "lettre", "mail", "message", "courrier", "vie", "parcours", "medecin", "educateur", "educatrice", "traitement", "visite", "recette", "humour", "patience", "gentillesse", "idee", "amour", "amitie", "place", "education", "tante", "oncle", "depart", "arrivee", "retour", "absence", "chat", "chien", "vetements", "lunettes", "linge"];
    private static readonly HashSet<string> Words = ["marie", "jean", "lise", "romain", "romane", "serge", "germain", "regis", "eve", "guy", "ida", "axel", "line", "julienne", "magali", "regine", "colette", "paule"];

    /// <summary>« kevin a 12 ans », « merci josette », « jean claude »: sure first names only, and somebody around them. Gives the token behind.</summary>
    public static int LowerCaseEnd(TraceTokens words, int i)
    {
        var end = i;
        while (end - i < 3 && words[end].Shape == Shape.Lower && TraceLists.FirstNames.Contains(words[end].Folded) && (end == i || words[end].Gap == Gap.Space)) end++;
        if (end == i || words[i].IsAny(TraceLists.Ordinary)) return i;
        if (end - i > 1) return end;
        if (words[i].IsAny(TraceLists.Unsure) || words[i - 1].IsAny(TraceLists.Articles)) return i;
        var greeted = !Words.Contains(words[i].Folded) && words[i - 1].Folded is "merci" or "avec" or "chez" or "par" or "a" or "pour" or "que" or "qu'" or "et" or "de" or "d'";
        return greeted || PersonActs.Follow(words, end, strict: false) || PersonActs.AgeFollows(words, end) ? end : i;
    }

    private static bool IsFamous(TraceTokens words, int from, int to) =>
        (words[to - 1].IsAny(TraceLists.Famous) && (to - from == 1 || TraceLists.FamousPairs.Contains($"{words[from].Folded} {words[to - 1].Folded}")))
        || (to - from > 1 && (TraceLists.FamousPairs.Contains($"{words[from].Folded} {words[to - 1].Folded}") || TraceLists.FamousPairs.Contains($"{words[from].Folded} {words[from + 1].Folded}")))
        || TraceLists.FamousPairs.Contains(words[from].Folded.Replace('-', ' '));

    private static bool KnownStands(TraceTokens words, int i, int end)
    {
        var token = words[i];
        if (token.Shape == Shape.Upper && token.IsAny(TraceLists.Acronyms)) return false;
        // « France Alzheimer »
        for (var n = i + 1; n < end; n++)
            if (words[n].Lexeme.IsIllness) return false;
        if (PersonActs.Follow(words, end, strict: false) || PersonActs.AgeFollows(words, end)) return true;
        if (token.IsAny(TraceLists.Places)) return false;
        // « du Claude François »: a work, not a person.
        if (words[i - 1].Is("du") && words[i].Gap == Gap.Space && !words[i - 1].IsCapital) return false;
        if (!token.IsAny(TraceLists.Unsure)) return true;
        if (words[end].Folded is "la" or "le" or "l'" && words[end].Gap == Gap.Space && (words[end + 1].IsAny(TraceLists.People) || words[end + 1].IsAny(TraceLists.Roles) || TraceLists.LooksLikeTrade(words[end + 1].Folded))) return true;
        if (end - i > 1) return !words[end - 1].IsAny(TraceLists.Organisation) && !words[end - 1].IsAny(TraceLists.Places);
        if (PersonActs.RoleFollows(words, end) || (words[end].Is("et") && TraceLists.IsFirstName(words[end + 1]) && !words[end + 1].IsAny(TraceLists.Unsure))) return true;
        var before = words[i - 1];
        if (words[end].Is(",") && words[end + 1].Is("qui")) return true;
        if (words[end].Is("et") && words[end + 1].Folded is "sa" or "son" or "ses" && words[end + 2].IsAny(TraceLists.People)) return true;
        if (NameLone.IsIntroduced(words, i)) return true;
        if (words[end].Is(",") && TraceLists.IsFirstName(words[end + 1]) && !words[end + 1].IsAny(TraceLists.Unsure) && words[end + 1].IsCapital) return true;
        return !words.OpensSentence(i) && token.Shape != Shape.Upper && !before.IsAny(TraceLists.Articles)
            && (before.Is("a") && words.Text[before.Start] == 'à' || Introduces(words, i - 1));
    }

    private static bool UnknownStands(TraceTokens words, int i, int end)
    {
        var before = words[i - 1];
        var opens = words.OpensSentence(i);
        if (!opens && before.IsAny(TraceLists.Articles)) return false;
        if (PersonActs.AgeFollows(words, end)) return true;
        if (before.Is("du") && !before.IsCapital) return false;
        if (before.Is("apres") && words[i - 2].Is("d'") && end - i == 1 && words[i].Shape == Shape.Capital && words[end].Is(",")) return true;
        // « la compagnie des Mots Croisés »: the end of a longer proper name is no name of its own.
        if (!opens && before.IsCapital && words[i].Gap == Gap.Space && !before.IsAny(TraceLists.Grammar) && before.Shape == words[i].Shape && end - i == 1) return false;
        // « le petit Mathéo », « mon éduc Steeve »
        if (before.Shape == Shape.Lower && words[i - 2].Folded is "le" or "la" or "mon" or "ma" or "notre" or "son" or "sa" && words[i].Shape == Shape.Capital
            && (before.IsAny(TraceLists.Adjectives) || (words[i - 2].Folded is "mon" or "ma" && Introduces(words, i - 1)))) return true;
        // « C’est dur », confie Ysaline.
        if (before.IsAny(Speech) && words[i - 2].Kind == TokenKind.Mark && words[i - 2].Folded is "," or "»" or "\"" or "”" or "!" or "?" or "…") return true;
        // « les parents de Ysaline », « l’histoire d’Awa »: what only somebody has.
        if (before.Folded is "de" or "d'" && words[i - 2].IsAny(Belongings) && words[i].Shape == Shape.Capital) return true;
        if (end - i == 2 && words[i + 1].Folded.Length == 1 && words[end].Is(".")) return words[i].Shape == Shape.Capital;
        // « le club de foot de Mende nous a invités »: the club did.
        if (end - i == 1 && before.Folded is "de" or "d'" && words[i - 2].Shape == Shape.Lower && !words[i - 2].IsAny(TraceLists.People)) return false;
        if (end - i == 1) return PersonActs.Follow(words, end, strict: true) || PersonActs.RoleFollows(words, end) || NameLone.Stands(words, i);

        for (var n = i + 1; n < end; n++)
            if (words[n].Lexeme.IsIllness || words[n].IsAny(TraceLists.Organisation) || words[n].IsAny(TraceLists.Acronyms) || (words[n].IsAny(TraceLists.Places) && words[n].Shape != Shape.Upper) || TraceLists.LooksOrdinary(words[n].Folded)) return false;
        var (first, last) = (words[i].Shape, words[end - 1].Shape);
        if (first == Shape.Capital && last == Shape.Upper && words[end - 1].Folded.Length > 2) return true;
        if (first == Shape.Upper && last == Shape.Capital && NameShape.IsUncommon(words[end - 1])) return true;
        if (PersonActs.Follow(words, end, strict: false) || PersonActs.RoleFollows(words, end)) return true;
        // « Ysaline P. », and a line that holds nothing but two such words: a signature.
        if (words[end - 1].Is(".") && words[end - 2].Folded.Length == 1) return true;
        if (words[i].Gap == Gap.Line && words[end].Gap == Gap.Line && end - i == 2 && NameShape.IsUncommon(words[i + 1])) return true;
        return !opens && (before.Kind == TokenKind.Mark ? before.Folded is "," or ":" or "(" : Introduces(words, i - 1));
    }

    // Names of people come without an article: « nous remercions Awa Sissoko », « avec Awa Sissoko ». Places come behind « à », « dans »; things behind their noun.
    private static bool Introduces(TraceTokens words, int i)
    {
        var before = words[i];
        if (before.IsAny(Company) || before.Folded is "sans" or "demandez" or "puis" || (before.Is("apres") && words[i - 1].Is("d'"))) return true;
        return before.Shape == Shape.Lower && before.IsWord && !(before.Is("a") && words.Text[before.Start] == 'à' && TownHeads.Contains(words[i + 1].Folded)) && !before.IsAny(Where) && !before.IsAny(TraceLists.Ordinary)
            && !before.IsAny(TraceLists.Things) && !before.IsAny(TraceLists.Works) && !before.IsAny(TraceLists.Houses) && !TraceLists.LooksOrdinary(before.Folded);
    }

    // « DUPONT Josette », « LE GOFF Ysaline », « Kerbrat Josette »
    private static int Surname(TraceTokens words, TracePeople people, int i)
    {
        var at = i;
        while (i - at < 4 && words[at].Gap == Gap.Space && words.SameSentence(at - 1, at) && !people.IsName(at - 1))
        {
            var before = words[at - 1];
            var upper = before.Shape == Shape.Upper && words[i].Shape != Shape.Upper && !before.IsAny(TraceLists.Acronyms)
                && (before.IsAny(TraceLists.Particles) ? at < i || words[at].Shape == Shape.Upper : before.Folded.Length > 2 && NameShape.CanBeName(before) && !before.IsAny(TraceLists.Houses) && !TraceLists.LooksOrdinary(before.Folded));
            var capital = at == i && before.Shape == Shape.Capital && NameShape.IsUncommon(before) && !words.OpensSentence(at - 1);
            if (!upper && !capital) break;
            at--;
            if (capital) break;
        }
        return at;
    }
}

/// <summary>What only people do, right behind a name.</summary>
internal static class PersonActs
{
    private static readonly HashSet<string> Between = ["ne", "n'", "nous", "m'", "me", "lui", "l'", "leur", "se", "y", "en", "vous", "t'", "qui", "aussi", "toujours", "souvent", "lui-meme", "elle-meme"];
    private static readonly HashSet<string> Adverbs = ["toujours", "beaucoup", "bien", "tres", "aussi", "enfin", "souvent", "deja", "vraiment", "encore", "pas", "jamais", "tout", "trop", "si"];
    private static readonly HashSet<string> Pays = ["finance", "financee", "soutenu", "subventionne", "prete", "accorde", "octroye", "attribue", "verse", "loue", "forme", "remi", "permi", "fourni"];
    private static readonly HashSet<string> Selves = ["est", "appelle", "appelait", "occupe", "inquiete", "ennuie", "plaint", "sent", "exprime", "etait", "assoit", "endort"];

    /// <param name="strict">Leaves out what an organisation does too (« Emmaüs participe »).</param>
    public static bool Follow(TraceTokens words, int at, bool strict)
    {
        var from = at;
        while (at - from < 3 && words[at].IsAny(Between)) at++;
        var verb = words[at];
        if (verb.Gap == Gap.Line || verb.Shape != Shape.Lower) return false;
        if (verb.Is("s'")) return !strict && words[at + 1].IsAny(Selves);
        if (IllnessFollows(words, at)) return true;
        if (verb.IsAny(TraceLists.HumanVerbs)) return !strict || !verb.IsAny(TraceLists.SharedVerbs);
        if (verb.Folded is not ("a" or "avait" or "est" or "etait" or "fut")) return false;
        // « la » before « a dit » would have been « l’a »: an accent tells the preposition.
        if (words.Text[verb.Start] is 'à') return false;
        if (verb.Is("a") && words[at + 1].IsNumber) return words[at + 2].Is("ans");
        var next = at + 1;
        while (next - at < 3 && words[next].IsAny(Adverbs)) next++;
        // « Fatoumata nous a aidés »: what is done to us is done by somebody, or by who pays.
        if (at > from && verb.Is("a") && words[at - 1].Folded is "nous" or "m'" or "l'" or "lui" or "leur" && !Pays.Contains(words[next].Folded.TrimEnd('s'))
            && words[next].Folded is [.., 'e' or 'i' or 'u' or 's']) return true;
        return words[next].IsAny(TraceLists.HumanParticiples) && (!strict || !words[next].IsAny(TraceLists.SharedVerbs));
    }

    // « Rokia a une polyarthrite », « Ewa est malvoyante », « Mei souffre d’un lupus »: only somebody is ill.
    private static bool IllnessFollows(TraceTokens words, int at)
    {
        var verb = words[at].Folded;
        if (verb is "est" or "etait" or "devient") return HealthPhrases.AdjectiveEnd(words, at + 1, weak: false) > at + 1 || words[at + 1].Folded is "atteint" or "atteinte" or "hospitalise" or "hospitalisee"
                || (words[at + 1].Folded is "suivi" or "suivie" && words[at + 2].Folded is "par" or "pour" or "en");
        if (verb is not ("a" or "avait" or "souffre" or "souffrait") || words.Text[words[at].Start] is 'à') return false;
        var noun = at + 1;
        while (noun - at < 4 && words[noun].Folded is "un" or "une" or "des" or "de" or "d'" or "du" or "la" or "l'" or "le") noun++;
        return noun > at + 1 && words[noun].Lexeme.IsIllness && !HealthWords.IsVague(words[noun].Folded);
    }

    public static bool AgeFollows(TraceTokens words, int at)
    {
        if (words[at].Folded is "," or "(") at++;
        if (words[at].Folded is "age" or "agee") at++;
        if (words[at].Folded is "de" or "d'") at++;
        return words[at].IsNumber && words[at].Folded.Length <= 3 && words[at + 1].Folded is "ans" or "mois"
            && !(words[at + 2].Folded is "apres" or "plus" or "d'" or "de" or "que" or "avant");
    }

    /// <summary>« Ysaline Kerbrat, bénévole », « Awa Sissoko (animatrice) »</summary>
    public static bool RoleFollows(TraceTokens words, int at)
    {
        if (words[at].Folded is not ("," or "(")) return false;
        var article = words[at + 1].Folded is "un" or "une" or "le" or "la" or "l'" or "notre" or "mon" or "ma" or "son" or "sa";
        var role = article ? at + 2 : at + 1;
        if (words[role].Shape != Shape.Lower || words[role].Gap == Gap.Line
            || !(words[role].IsAny(TraceLists.People) || words[role].IsAny(TraceLists.Roles) || words[role].Lexeme.IsIll || HealthPhrases.AdjectiveEnd(words, role, weak: true) > role)) return false;
        // « Ensuite, la directrice a parlé » is no apposition: that one closes with a comma.
        if (!article) return true;
        for (var n = role + 1; n < role + 7; n++)
            if (words[n].Folded is "," or ")" or ";" || words[n].Gap == Gap.Line) return true;
        return false;
    }
}
