namespace Croisee.Words;

/// <summary>
/// An illness or a disability said of one person: « Mme X, diabétique », « il est schizophrène », « mon fils autiste ».
/// The public of an action (« les personnes diabétiques ») and its subject (« un atelier sur le diabète ») are nobody's health.
/// </summary>
internal static class HealthTraces
{
    private const string Gone = "[santé retirée]";
    private static readonly HashSet<string> Being = ["est", "etait", "suis", "etais", "devient", "devenait", "devenu", "devenue", "reste", "restait", "sera", "serait", "fut", "es", "sait", "semble", "ne", "nee", "declare", "declaree", "diagnostique", "diagnostiquee", "reconnu", "reconnue", "rendu", "rendue", "naitre", "tombe", "tombee", "tombait", "etant", "soit"];
    private static readonly HashSet<string> Suffering = ["atteint", "atteinte", "touche", "touchee", "affecte", "affectee", "souffre", "souffrait", "souffrant", "souffrante", "porteur", "porteuse", "victime", "suivi", "suivie", "soigne", "soignee",
        "traite", "traitee", "hospitalise", "hospitalisee", "opere", "operee", "mort", "morte", "decede", "decedee", "remis", "remise", "gueri", "guerie", "emporte", "emportee", "diagnostique", "diagnostiquee", "interne", "internee", "souffert", "meurt", "sequelles", "frappe", "frappee", "greffe", "greffee", "ampute", "amputee", "souffrir", "handicapee", "handicape", "malade", "allergique", "admis", "admise", "accompagne", "accompagnee", "invalide", "prive", "privee", "depiste", "depistee", "soignes", "depend", "remet", "remettait", "releve", "relevait", "guerit", "remise", "sorti", "sortie", "sujet", "sujette", "proie", "affaibli", "affaiblie", "emporta", "terrasse", "rechute", "rechute"];
    private static readonly HashSet<string> Having = ["a", "avait", "ai", "avais", "aurait", "aura", "eu", "ayant", "avoir", "fait", "faisait", "fera", "fais", "developpe", "declare", "contracte", "attrape", "subi", "traverse", "combat", "decouvert", "diagnostique", "detecte", "trouve", "annonce", "cache", "gere", "soigne", "vaincu", "presente", "presentait", "vecu", "sors", "sort", "presentait", "developpait", "enleve", "retire", "remonte", "garde", "gardait", "traine", "supporte", "connait", "affronte", "vit", "prend", "prenait", "prends", "faire", "refait", "frole", "presentant", "portant", "developpant", "combattant", "evoque", "avoue", "assume"];
    private static readonly HashSet<string> Adverbs = ["tres", "aussi", "egalement", "deja", "toujours", "encore", "malheureusement", "lourdement", "gravement", "profondement", "totalement", "completement", "presque", "legerement", "partiellement", "maintenant", "devenu", "devenue", "desormais", "plutot", "bien", "surtout", "un", "peu", "beaucoup", "enormement", "et", "quasi", "trop", "depuis", "longtemps", "peut-etre", "sans", "doute", "probablement", "visiblement", "aujourd'hui", "moi-meme", "elle-meme", "lui-meme", "jeune"];

    private static readonly HashSet<string> Intense = ["gravement", "lourdement", "severement", "profondement", "totalement", "completement", "legerement", "partiellement", "tres"];
    private static readonly HashSet<string> Eponyms = ["alzheimer", "parkinson", "crohn", "charcot", "huntington", "asperger", "lyme"];

    public static void Find(TraceTokens words, TracePeople people, TraceSpans found)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsWord || found.IsTaken(words[i].Start)) continue;
            var end = Suffered(words, people, found, i);
            if (end == i) end = Had(words, people, found, i);
            if (end == i) end = Qualified(words, people, found, i);
            if (end == i) end = HealthOfOne.Find(words, people, found, i);
            if (end == i) end = HealthSigns.Find(words, people, found, i);
            if (end > i) i = end - 1;
        }
    }

    // « atteinte de la maladie d’Alzheimer », « souffre d’un diabète », « hospitalisé en psychiatrie »
    private static int Suffered(TraceTokens words, TracePeople people, TraceSpans found, int i)
    {
        if (!words[i].IsAny(Suffering)) return i;
        var at = i + 1;
        while (at - i < 4 && words[at].IsAny(Adverbs)) at++;
        var ward = HealthPhrases.WardEnd(words, at);
        if (words[at].Folded is "de" or "d'" or "du" or "des" or "par" or "pour" or "apres" or "a" or "avec") at++;
        // « suivi par un psychiatre pour une dépression »
        for (var n = at; n < at + 6 && words.SameSentence(n, i) && (words[at - 1].Is("par") || words[at].Folded is "au" or "a" or "dans"); n++)
            if (words[n].Is("pour")) at = n + 1;
        var end = ward > i + 1 && ward > at ? ward : HealthPhrases.NounEnd(words, people, words[at - 1].Is("du") || words[at - 1].Is("des") ? at - 1 : at);
        var organ = words[i].Folded.StartsWith("oper", StringComparison.Ordinal) || words[i].Folded.StartsWith("gref", StringComparison.Ordinal) || words[i].Folded.StartsWith("amput", StringComparison.Ordinal)
            ? HealthPhrases.OrganEnd(words, i + 1) : i + 1;
        if (organ > i + 1) end = organ;
        else if (end <= at && !(end == at - 1 + 2)) return i;
        if (HealthSubject.IsRule(words, i, end)) return i;
        if (!HealthSubject.IsOne(words, people, i, verb: words[i].Folded is "souffre" or "souffrait" or "meurt" || IsVerb(words[i - 1]))) return i;
        var verb = words[i].Folded is "souffre" or "souffrait" or "meurt" or "souffert" or "souffrir";
        var clause = verb || IsVerb(words[i - 1]) || words[i - 1].IsAny(Adverbs);
        found.Add(words[verb ? at : i].Start, words[end - 1].End, TraceKind.Health, clause ? Gone : "");
        return end;
    }

    private static bool IsVerb(Token token) => token.IsAny(Being) || token.Folded is "ete" or "a" or "avait" or "etre" or "ont" or "avaient";

    // « elle a un cancer », « il a fait un AVC », « on lui a découvert une tumeur », « vit avec le VIH », « lutte contre un cancer »
    private static int Had(TraceTokens words, TracePeople people, TraceSpans found, int i)
    {
        var token = words[i];
        var with = (token.Is("avec") && words[i - 1].Folded is "vit" or "vivait" or "vis" or "vivre" or "vivant") || (token.Is("contre") && words[i - 1].Folded is "lutte" or "luttait" or "bat" or "battait" or "bats" or "battu" or "battue");
        with |= token.Folded is "avec" or "malgre";
        var losing = token.Folded is "perd" or "perdait" or "perds";
        if (!with && !losing && (!token.IsAny(Having) || words.Text[token.Start] is 'à' or 'À')) return i;
        var at = i + 1;
        while (at - i < 4 && words[at].IsAny(Adverbs) && !words[at].Is("un")) at++;
        var lost = Lost(words, losing ? i : at);
        if (losing && lost == i) return i;
        if (token.Folded is "prend" or "prenait" or "prends") { lost = HealthPhrases.TreatmentEnd(words, at); if (lost == at) return i; }
        if (token.Folded is "enleve" or "retire" or "remplace" && HealthPhrases.OrganEnd(words, at) is var organ && organ > at) lost = organ;
        if (words[at].Is("de") && words[at + 1].Is("la") && words[at + 2].Is("tension") && (words[at + 3].Kind == TokenKind.Mark || words[at + 3].Is("arterielle"))) lost = at + 3;
        var end = lost > at ? lost : HealthPhrases.NounEnd(words, people, at);
        if (end == at || (end == at + 1 && words[at].Shape == Shape.Lower && !words[i].Is("fait") && !with && !words[at].IsAny(Eponyms))) return i;
        var told = words[i - 1].Folded is "lui" or "m'" or "l'" || (words[i - 2].Folded is "lui" or "m'" && IsVerb(words[i - 1]))
            || (words[i - 3].Folded is "lui" or "m'");
        if (!told && !HealthSubject.IsOne(words, people, i, verb: true) && !(with && HealthSubject.PersonFollows(words, people, i))) return i;
        found.Add(words[at].Start, words[end - 1].End, TraceKind.Health, Gone);
        return end;
    }

    // « a perdu la vue », « perd la mémoire » is said by « fait/a » + « perdu »
    private static int Lost(TraceTokens words, int at) =>
        words[at].Folded is "perdu" or "perd" or "perds" or "perdait" && words[at + 1].Folded is "la" or "l'" or "sa" or "ses" && words[at + 2].Folded is "usage" or "parole" or "vue" or "memoire" or "memoires" or "tete" or "ouie" or "raison" ? at + 3 : at;

    // « il est schizophrène », « Mme X, diabétique, », « mon fils autiste », « une résidente en fauteuil »
    private static int Qualified(TraceTokens words, TracePeople people, TraceSpans found, int i)
    {
        var end = HealthPhrases.AdjectiveEnd(words, i, weak: true);
        if (end > i && HealthSubject.IsRule(words, i, end)) return i;
        if (end == i) return HealthSubject.OwnPluralEnd(words, i) is var plural && plural > i && found.Add(words[i].Start, words[i].End, TraceKind.Health, Gone) ? plural : i;
        var strong = HealthPhrases.AdjectiveEnd(words, i, weak: false) > i;
        var (before, said) = SkipLeft(words, people, found, i);
        if (said)
        {
            if (HealthSubject.IsOne(words, people, before, verb: true))
            {
                found.Add(words[words[i - 1].IsAny(Intense) ? i - 1 : i].Start, words[end - 1].End, TraceKind.Health, Gone);
                return end;
            }
        }
        // « Sourde de naissance, elle signe »
        else if (strong && words.OpensSentence(i) && HealthSubject.PersonFollows(words, people, i))
        {
            found.Add(words[i].Start, words[end - 1].End, TraceKind.Health, Gone);
            return end;
        }
        // « Âgé de 80 ans, diabétique, il… »
        if (!said && strong && !words.SameSentence(before, i) && HealthSubject.PersonFollows(words, people, i - 1))
        {
            found.Add(words[i].Start, words[end - 1].End, TraceKind.Health, "");
            return end;
        }
        if (!said && before >= 0 && words.SameSentence(before, i) && IsQualified(words, people, before, strong))
        {
            found.Add(words[i].Start, words[end - 1].End, TraceKind.Health, "");
            return end;
        }
        // « En tant que schizophrène, je… »
        if (strong && words[i - 1].Is("que") && words[i - 2].Is("tant") && HealthSubject.SpeaksOfOneself(words, i))
        {
            found.Add(words[i].Start, words[end - 1].End, TraceKind.Health, "personne concernée");
            return end;
        }
        // « un autiste », « cette schizophrène »: the illness has become the person.
        if (!strong || words[i].Folded is "en" or "sous" or "a" || !HealthSubject.IsNounOfOne(words, found, i)) return i;
        found.Add(words[i - 1].Start, words[end - 1].End, TraceKind.Health, "une personne");
        return end;
    }

    private static bool IsQualified(TraceTokens words, TracePeople people, int before, bool strong)
    {
        if (people.IsName(before)) return true;
        if (words[before].Is("moi")) return strong;
        if (words[before].Folded is "je" or "j'" or "il" or "elle") return false;
        if (HealthSubject.IsOwnPlural(words, before) || HealthSubject.IsOneOf(words, before)) return strong;
        // « Le patient, diabétique, … »: an apposition speaks of one.
        if (strong && words[before + 1].Is(",") && people.Noun(before) == Mention.General && words[before - 1].Folded is "le" or "la" or "l'") return true;
        return people.IsSomeone(before) && (strong || words[before].IsAny(TraceLists.Kin));
    }

    // Leaves adverbs, commas, ages, and other traces; says whether a verb of being was met.
    private static (int Before, bool Said) SkipLeft(TraceTokens words, TracePeople people, TraceSpans found, int i)
    {
        var at = i - 1;
        for (var n = 0; n < 10 && words.SameSentence(at, i); n++, at--)
        {
            var token = words[at];
            if (people.IsName(at)) return (at, false);
            // « a toujours été sourd », not « cet été »
            if (token.Is("ete") && !(words[at - 1].IsAny(TraceLists.Determiners) || words[at - 1].Is("en"))) return (at, true);
            if (token.IsAny(Being) && !token.Is("soit")) return (at, !(token.Folded is "ne" or "nee" && !words[at - 1].IsAny(Being)) || words[at - 1].IsAny(Being));
            if (token.IsWord && (token.IsAny(TraceLists.People) || (at == i - 1 && people.IsSomeone(at)))) return (at, false);
            var skipped = token.IsAny(Adverbs) || token.IsNumber || token.Folded is "," or "(" or "ans" or "age" or "agee" or "de" or "d'" or "-" or "–" or ")" or "pas" or "plus" or "jamais" || found.IsTaken(token.Start)
                || token.Lexeme.IsIll || (token.Folded.Length > 6 && token.Folded.EndsWith("ment", StringComparison.Ordinal))
                // « à la fois sourde et aveugle », « veuve et aveugle »
                || token.Is("fois") || (token.Folded is "la" or "a" && (words[at + 1].Is("fois") || words[at + 2].Is("fois"))) || (words[at + 1].Folded is "et" or "," && token.IsAny(TraceLists.HumanParticiples))
                || token.IsAny(TraceLists.Adjectives) || token.IsAny(TraceLists.Roles);
            if (!skipped) return (at, false);
        }
        return (at, false);
    }
}
