namespace Croisee.Words;

/// <summary>
/// Health told without a verb of illness: a label of a file (« Diagnostic : autisme »), what a body no longer does (« elle ne voit
/// presque plus »), a treatment or a device, a cause (« à la suite d’un AVC »), a test (« positive au VIH »).
/// </summary>
internal static class HealthSigns
{
    private const string Gone = "[santé retirée]";
    private static readonly HashSet<string> Labels =
        ["etat", "pathologie", "diagnostic", "diagnostics", "diag", "antecedents", "antecedent", "atcd", "maladie", "allergie", "allergies", "traitement", "deficience", "affection", "motif", "handicap"];
    private static readonly HashSet<string> Senses = ["voit", "voyait", "vois", "voyais", "entend", "entendait", "entends", "entendais", "marche", "marchait", "marchais"];
    private static readonly HashSet<string> Nearly = ["presque", "quasiment", "pratiquement", "plus", "vraiment", "tres", "bien"];
    private static readonly HashSet<string> Holding = ["porte", "portait", "porter", "prend", "prends", "prenait", "recoit", "recois", "recevait", "beneficie", "beneficiait", "suit", "suis", "necessite", "touche", "percoit", "utilise"];
    private static readonly HashSet<string> Causes = ["suite", "cause", "raison", "depuis", "suites", "consequence", "pour", "apres"];
    private static readonly HashSet<string> Care = ["tutelle", "curatelle", "arret", "ald", "consulte", "reanimation", "hopital", "urgences", "hospitalisation", "invalidite", "clinique", "traitement", "reeducation", "convalescence", "operation", "charge", "soins", "suivi", "suivie", "hospitalise", "hospitalisee", "consulter", "psychiatre", "cardiologue", "neurologue", "oncologue", "medicaments", "transfere", "transferee", "admis", "admise", "vu", "vue", "soigne", "soignee", "traite", "traitee", "opere", "operee", "cure"];
    private static readonly HashSet<string> Moving = ["deplace", "deplacait", "circule", "vit", "vis", "vivait", "roule", "vient", "arrive", "reste", "deplacer", "passe"];
    private static readonly HashSet<string> Devices =
        ["sonotone", "pacemaker", "stomie", "sonde", "prothese", "protheses", "orthese", "couches", "perfusion", "gastrostomie", "tracheotomie", "tracheo", "minerve", "attelle", "implant", "corset", "poche", "respirateur", "aah", "rqth"];

    public static int Find(TraceTokens words, TracePeople people, TraceSpans found, int i)
    {
        var token = words[i];
        if (token.IsAny(Labels)) return Labelled(words, people, found, i);
        if (token.IsAny(Senses)) return Lost(words, people, found, i);
        if (token.IsAny(Holding)) return Held(words, people, found, i);
        if (token.IsAny(Causes)) return Caused(words, people, found, i);
        if (token.IsAny(Moving)) return Moved(words, people, found, i);
        if (token.Is("positif", "positive")) return Tested(words, people, found, i);
        return token.Is("tete") ? Mind(words, people, found, i) : i;
    }

    // « Pathologie : Parkinson », « État de santé : diabète, épilepsie »
    private static int Labelled(TraceTokens words, TracePeople people, TraceSpans found, int i)
    {
        var at = i + 1;
        if (words[at].Is("de") && words[at + 1].Is("sante")) at += 2;
        else if (words[at].Folded is "principal" or "principale" or "medical" or "medicaux" or "connue" or "connu") at++;
        // « mon diagnostic, c’est l’autisme »
        var said = words[i].Is("diagnostic") && words[i - 1].Folded is "mon" or "son" or "le" or "ton";
        if (said && words[at].Is(",")) at++;
        if (said && words[at].Is("c'")) at++;
        // « un diagnostic de schizophrénie »
        if (words[i].Is("diagnostic") && words[at].Folded is "de" or "d'" && HealthPhrases.NounEnd(words, people, at + 1) is var told && told > at + 1 && HealthSubject.IsOne(words, people, i, verb: true))
        {
            found.Add(words[at + 1].Start, words[told - 1].End, TraceKind.Health, Gone);
            return told;
        }
        if (!(words[at].Is(":") || (said && words[at].Is("est"))) || words[at + 1].Gap == Gap.Line) return i;
        var first = at + 1;
        var end = first;
        for (var n = 0; n < 5; n++)
        {
            var next = HealthPhrases.NounEnd(words, people, end);
            if (next == end) next = HealthPhrases.AdjectiveEnd(words, end, weak: true);
            if (next == end) next = HealthPhrases.TreatmentEnd(words, end);
            if (next == end) break;
            if (words[next].Is("stade", "type")) next += words[next + 1].IsWord || words[next + 1].IsNumber ? 2 : 0;
            end = next;
            if (words[end].Folded is "," or "et" or "/" or "+") end++;
        }
        while (end > first && words[end - 1].Folded is "," or "et" or "/" or "+") end--;
        if (end == first) return i;
        found.Add(words[first].Start, words[end - 1].End, TraceKind.Health, Gone);
        return end;
    }

    // « ne voit presque plus », « n’entend rien », « entend très mal »; « ne marche plus » is said of lifts too.
    private static int Lost(TraceTokens words, TracePeople people, TraceSpans found, int i)
    {
        var denied = words[i - 1].Folded is "ne" or "n'";
        var at = i + 1;
        while (at - i < 3 && words[at].IsAny(Nearly)) at++;
        var last = words[at - 1];
        var (from, to) = words[at].Folded is "mal" or "rien" or "pas" ? (at, at + 1) : last.Is("plus") ? (at - 1, at) : (at, at);
        if (to == from || (words[from].Is("pas") && !denied)) return i;
        // « il ne voit pas pourquoi », « j’entends bien », « je n’entends rien à l’informatique »
        var oneSide = words[to].Is("d'") && words[to + 1].Is("une") && words[to + 2].Is("oreille");
        if (!oneSide && words[to].Folded is "pourquoi" or "comment" or "que" or "qu'" or "ou" or "l'" or "le" or "la" or "les" or "de" or "d'" or "a" or "ce" or "un" or "une" or "qui" or "dans" or "si" or "en") return i;
        var walking = words[i].Folded.StartsWith("march", StringComparison.Ordinal);
        if (walking && (!denied || words[from].Is("rien"))) return i;
        var subject = denied ? i - 2 : i - 1;
        if (walking ? !(people.IsName(subject) || words[subject].Is("je") || (words[subject].IsAny(TraceLists.People) && people.IsSomeone(subject))) : !HealthSubject.IsOne(words, people, denied ? i - 1 : i, verb: true)) return i;
        found.Add(words[i].Start, words[to - 1].End, TraceKind.Health, Gone);
        return to;
    }

    // « prend un traitement pour le cœur », « porte un appareil auditif », « bénéficie d’un traitement antipsychotique », « touche l’AAH »
    private static int Held(TraceTokens words, TracePeople people, TraceSpans found, int i)
    {
        var at = i + 1;
        var head = at;
        while (head - at < 4 && words[head].Folded is "un" or "une" or "des" or "de" or "d'" or "du" or "la" or "l'" or "le" or "son" or "sa" or "ses" or "mes" or "mon" or "toujours" or "deux") head++;
        int end;
        if (words[head].Folded is "traitement" or "traitements" or "medicament" or "medicaments" or "injections" or "piqures") end = HealthPhrases.TreatedEnd(words, people, head);
        else if (words[head].Is("appareil", "appareils")) end = words[head + 1].Folded is "auditif" or "auditifs" or "respiratoire" ? head + 2 : head;
        else if (words[head].IsAny(Devices)) end = words[head + 1].Folded is "de" or "d'" or "a" && words[head + 2].IsWord ? head + 3 : HealthPhrases.Qualified(words, head + 1);
        else end = HealthPhrases.TreatmentEnd(words, at);
        if (end <= head && end == head) return i;
        if (end == at || !HealthSubject.IsOne(words, people, i, verb: true)) return i;
        found.Add(words[at].Start, words[end - 1].End, TraceKind.Health, Gone);
        return end;
    }

    // « à la suite d’un AVC », « depuis son cancer », « à cause de sa sclérose »
    private static int Caused(TraceTokens words, TracePeople people, TraceSpans found, int i)
    {
        var at = words[i + 1].Folded is "de" or "d'" or "a" ? i + 2 : i + 1;
        var care = words[i].Is("pour", "apres");
        if (care && !UnderCare(words, i)) return i;
        if (!care && !(words[at].Folded is "un" or "une" or "son" or "sa" or "ses" or "du" || words[at - 1].Is("de"))) return i;
        var end = HealthPhrases.NounEnd(words, people, at);
        if (end <= at + (words[at].Folded is "un" or "une" or "son" or "sa" or "ses" ? 1 : 0)) return i;
        if (!HealthSubject.IsOne(words, people, i, verb: true) && !HealthSubject.PersonFollows(words, people, i)) return i;
        var start = care && words[i - 2].Folded is "en" or "sous" or "de" ? i - 2 : at;
        found.Add(words[start].Start, words[end - 1].End, TraceKind.Health, Gone);
        return end;
    }

    // « prise en charge à l’hôpital pour une hépatite »
    private static bool UnderCare(TraceTokens words, int i)
    {
        for (var at = i - 1; at > i - 9 && words.SameSentence(at, i); at--)
            if (words[at].IsAny(Care)) return true;
        return false;
    }

    // « se déplace en fauteuil »
    private static int Moved(TraceTokens words, TracePeople people, TraceSpans found, int i)
    {
        var at = words[i + 1].IsAny(Nearly) || words[i + 1].Folded is "toujours" or "seulement" or "uniquement" ? i + 2 : i + 1;
        if (words[at].Is("clouee", "cloue")) at++;
        if (!words[at].Is("en") || !words[at + 1].Is("fauteuil") || !HealthSubject.IsOne(words, people, i, verb: true)) return i;
        var end = HealthPhrases.AdjectiveEnd(words, at, weak: true);
        if (end == at) return i;
        found.Add(words[at].Start, words[end - 1].End, TraceKind.Health, Gone);
        return end;
    }

    // « testé positif au VIH »
    private static int Tested(TraceTokens words, TracePeople people, TraceSpans found, int i)
    {
        if (words[i + 1].Folded is not ("au" or "a")) return i;
        var at = words[i + 2].Folded is "la" or "l'" ? i + 3 : i + 2;
        if (!words[at].Lexeme.IsIllness || !HealthSubject.IsOne(words, people, i, verb: true)) return i;
        found.Add(words[i].Start, words[at].End, TraceKind.Health, Gone);
        return at + 1;
    }

    // « elle n’a plus sa tête », « il n’a plus toute sa tête »
    private static int Mind(TraceTokens words, TracePeople people, TraceSpans found, int i)
    {
        if (words[i - 1].Folded is not ("sa" or "ma")) return i;
        var at = words[i - 2].Is("toute") ? i - 3 : i - 2;
        if (!words[at].Folded.StartsWith("plus", StringComparison.Ordinal) || !HealthSubject.IsOne(words, people, at, verb: true)) return i;
        found.Add(words[at].Start, words[i].End, TraceKind.Health, Gone);
        return i + 1;
    }
}
