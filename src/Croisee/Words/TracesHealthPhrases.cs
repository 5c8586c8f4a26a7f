namespace Croisee.Words;

/// <summary>How far a phrase of illness goes: « une sclérose en plaques », « la maladie d’Alzheimer », « en fauteuil roulant ».</summary>
internal static class HealthPhrases
{
    private static readonly HashSet<string> Leads =
        ["un", "une", "le", "la", "l'", "son", "sa", "ses", "mon", "ma", "mes", "des", "du", "d'", "de", "les", "cet", "cette", "grave", "graves", "petit", "petite", "gros", "grosse", "severe", "severes",
         "leger", "legere", "lourd", "lourde", "double", "vrai", "vraie", "debut", "forme", "sorte", "ancien", "ancienne", "crise", "crises", "rare", "terrible", "important", "importants", "importante", "deux", "quelques", "plusieurs", "premier", "deuxieme", "second", "nouveau", "type"];
    private static readonly string[] Qualities =
        ["ique", "iques", "ale", "ales", "aire", "aires", "ive", "ives", "euse", "elle", "elles", "ienne", "uel", "iel", "teux", "aque", "inee", "oire", "oires", "tifs", "oide", "oides", "uels", "aux", "ieux", "gene", "genes"];
    private static readonly HashSet<string> Degrees =
        ["grave", "graves", "severe", "severes", "rare", "profond", "profonde", "leger", "legere", "lourd", "lourde", "moteur", "mental", "renal", "visuel", "aigu", "aigue", "precoce", "incurable", "orpheline", "sevère", "avance", "avancee", "generalise", "generalisee", "invalidante", "moderee", "modere", "anxieux", "associe", "bipolaires", "dys", "auto-immune", "post-traumatique", "inflammatoire", "cranien"];
    private static readonly HashSet<string> Treatments =
        ["dialyse", "antidepresseurs", "antidepresseur", "neuroleptiques", "neuroleptique", "chimio", "chimiotherapie", "insuline", "oxygene", "lithium", "methadone", "subutex", "morphine", "anxiolytiques", "anticoagulants", "tritherapie", "antipsychotiques", "immunosuppresseurs", "cortisone", "perfusion", "sonde",
         "antiepileptiques", "antiepileptique", "antipsychotique", "corticoides", "betabloquants", "ritaline", "levothyrox", "tranquillisants", "somniferes", "respirateur", "ventilation", "assistance-respiratoire", "hormonotherapie", "immunotherapie",
         "radiotherapie", "rayons", "anticoagulant", "xanax", "valium", "risperdal", "prozac", "depakine", "tegretol", "haldol", "antiretroviraux", "biotherapie", "anxiolytique", "clozapine", "benzodiazepines", "psychotropes", "antidiabetiques", "metformine", "aspirine"];
    private static readonly HashSet<string> Complaints = ["probleme", "problemes", "souci", "soucis", "difficultes", "ennuis", "perte", "pertes", "malaise", "malaises", "douleurs", "crise", "crises", "allergie", "allergies", "tentative", "tentatives", "idees", "arret", "maux", "mal", "maladie", "maladies", "operation", "prothese", "prothèses", "insuffisance", "cancer", "greffe", "lesion", "lesions", "fracture", "ablation", "atteinte", "accident", "accidents", "rupture", "attaque", "malformation", "intervention"];
    private static readonly HashSet<string> Organs =
        ["cardiaque", "cardiaques", "psychique", "psychiques", "psychologiques", "psychiatriques", "respiratoires", "renaux", "neurologiques", "cognitifs", "cognitives", "hepatiques", "digestifs", "articulaires", "chroniques", "memoire",
         "alcool", "audition", "addiction", "coeur", "dos", "jambe", "jambes", "bras", "pied", "doigt", "main", "hanche", "genou", "sein", "prostate", "poumon", "poumons", "rein", "reins", "foie", "estomac", "cerveau", "yeux", "oeil", "colon", "epaule", "angoisse", "demence", "epilepsie", "panique", "convulsions", "suicide", "suicidaires", "thyroide", "vessie", "intestins", "ventre", "tete", "femur", "poignet", "vision", "vue", "ouie", "equilibre", "sommeil", "sante", "peau", "sang", "tension", "col", "colonne", "cheville", "bassin",
         "utero", "uterus", "ovaires", "langage", "comportement", "orientation", "elocution", "deglutition", "continence", "cardiovasculaires", "vasculaires", "renale", "renales", "urinaires", "moteurs", "visuels", "auditifs", "mentaux", "psychomoteurs", "respiratoire", "fruits", "arachides", "gluten", "lait", "nerfs", "coronaires", "vasculaire", "cerebral", "cerebrale", "cerebraux", "anevrisme", "ischemique", "coronarien", "psychologique", "addictions", "alimentaire", "alimentaires", "memoires", "oreille", "oreilles"];
    private static readonly HashSet<string> Services =
        ["psychiatrie", "oncologie", "cancerologie", "addictologie", "neurologie", "cardiologie", "hematologie", "nephrologie", "pneumologie", "infectiologie", "alcoologie", "geronto-psychiatrie", "gerontopsychiatrie", "pedopsychiatrie", "hopital-psychiatrique", "psychogeriatrie", "desintoxication"];
    private static readonly HashSet<string> States = ["remission", "depression", "burn-out", "chimio", "chimiotherapie", "dialyse", "phase", "fauteuil", "coma", "rechute", "sevrage", "hemodialyse", "cure", "ald", "invalidite", "psychiatrie", "radiotherapie", "addictologie", "sante-fragile"];

    /// <summary>The token behind the illness that starts here, determiners and degrees included; <paramref name="at"/> when there is none.</summary>
    public static int NounEnd(TraceTokens words, TracePeople people, int at)
    {
        var noun = at;
        while (noun - at < 5 && words[noun].IsAny(Leads))
        {
            // « des crises d’angoisse » is a complaint, « une crise d’épilepsie » an illness behind a lead.
            if (words[noun].IsAny(Complaints) && Complained(words, noun) is var told && told > noun) return told;
            noun++;
        }
        if (words[noun].IsAny(Complaints) && Complained(words, noun) is var end && end > noun) return end;
        if (!words[noun].IsWord || words[noun].Gap == Gap.Line || !words[noun].Lexeme.IsIllness) return at;
        if (words[noun + 1].IsNumber && words[noun].Is("trisomie")) noun++;
        return Complement(words, people, noun + 1);
    }

    // « des problèmes cardiaques », « des pertes de mémoire »: a word of trouble and where it sits.
    private static int Complained(TraceTokens words, int at)
    {
        var next = words[at + 1];
        if (next.IsAny(Organs)) return at + 2;
        if (next.Folded is not ("de" or "d'" or "du" or "aux" or "au")) return at;
        var word = words[at + 2].Folded is "la" or "l'" or "le" ? at + 3 : at + 2;
        return words[word].IsAny(Organs) ? word + 1 : at;
    }

    public static bool IsComplaint(TraceTokens words, int i) => words[i].IsAny(Complaints) && Complained(words, i) > i;

    /// <summary>« des neuroleptiques », « un antidépresseur »</summary>
    public static int TreatmentEnd(TraceTokens words, int at)
    {
        var word = at;
        while (word - at < 3 && words[word].Folded is "des" or "un" or "une" or "de" or "l'" or "la" or "du" or "ses" or "son") word++;
        return words[word].IsAny(Treatments) ? word + 1 : at;
    }

    /// <summary>« un traitement pour le cœur », « des médicaments contre l’épilepsie », « un traitement antipsychotique »</summary>
    public static int TreatedEnd(TraceTokens words, TracePeople people, int head)
    {
        var at = IsQuality(words[head + 1]) ? head + 2 : head + 1;
        if (words[at].Folded is not ("pour" or "contre" or "par" or "a" or "anti")) return at > head + 1 ? at : head;
        var word = at + 1;
        while (word - at < 4 && words[word].Folded is "le" or "la" or "l'" or "son" or "sa" or "ses" or "les" or "des" or "une" or "un" or "mon" or "ma") word++;
        if (words[word].IsAny(Treatments) || words[word].IsAny(Organs)) return word + 1;
        var end = NounEnd(words, people, at + 1);
        return end > at + 1 ? end : at > head + 1 ? at : head;
    }

    /// <summary>The token behind one quality, if any: « cardiaque », « sévère ».</summary>
    public static int Qualified(TraceTokens words, int at) => IsQuality(words[at]) ? at + 1 : at;

    /// <summary>« opéré du cœur », « greffée du rein »: the organ tells the illness.</summary>
    public static int OrganEnd(TraceTokens words, int at)
    {
        var word = at;
        while (word - at < 3 && words[word].Folded is "de" or "du" or "des" or "la" or "l'" or "d'" or "le" or "au" or "a" or "une" or "un" or "deux") word++;
        return word > at && words[word].IsAny(Organs) ? word + 1 : at;
    }

    private static int Complement(TraceTokens words, TracePeople people, int at)
    {
        for (var n = 0; n < 3; n++)
        {
            var token = words[at];
            if (token.Gap == Gap.Line) return at;
            if (IsQuality(token)) { at++; continue; }
            var body = token.Is("a") && (words.Text[token.Start] == 'à' || token.End > token.Start + 1);
            if (!body && token.Folded is not ("de" or "d'" or "du" or "des" or "en" or "au" or "aux")) return at;
            var word = at + 1;
            while (word - at < 3 && words[word].Folded is "la" or "l'" or "le") word++;
            var next = words[word];
            if (!next.IsWord || next.Folded.Length < 3 || next.IsAny(TraceLists.Grammar) || next.IsAny(TraceLists.Civilities) || people.IsName(word) || next.IsAny(TraceLists.People)
                || next.IsAny(TraceLists.Months) || next.IsAny(TraceLists.Weekdays) || next.IsAny(TraceLists.Houses)) return at;
            at = words[word + 1].IsNumber && next.Folded is "type" or "stade" or "grade" ? word + 2 : word + 1;
        }
        return at;
    }

    private static bool IsQuality(Token token) => token.IsWord && token.Shape == Shape.Lower && token.Folded.Length > 3
        && (Degrees.Contains(token.Folded) || token.Lexeme.IsIll || (!token.IsAny(TraceLists.Grammar) && !token.IsAny(TraceLists.Ordinary) && Array.Exists(Qualities, q => token.Folded.EndsWith(q, StringComparison.Ordinal))));

    /// <summary>An adjective of illness, or what stands for one: « en fauteuil », « sous dialyse », « à mobilité réduite ».</summary>
    public static int AdjectiveEnd(TraceTokens words, int at, bool weak)
    {
        var token = words[at];
        if (!token.IsWord) return at;
        if (token.Shape == Shape.Upper && token.Folded is "tdah" or "tsa" or "tda" or "sep" or "sla" or "hiv" or "vih" or "imc") return words[at + 1].Is("+") ? at + 2 : at + 1;
        // « ma mère est alzheimer », « mon père, c’est Parkinson »
        if (token.Folded is "alzheimer" or "parkinson" && words[at - 1].Folded is "est" or "etait") return at + 1;
        if (token.Is("non") && words[at + 1].Is("verbal", "verbale")) return at + 2;
        if (token.Is("non", "mal") && words[at + 1].Folded is "voyant" or "voyante" or "entendant" or "entendante") return at + 2;
        if (token.Lexeme.IsIll && (token.Shape != Shape.Upper || words[at - 1].Shape == Shape.Upper))
        {
            var end = IsQuality(words[at + 1]) || words[at + 1].Is("mentale") ? at + 2 : at + 1;
            if (token.Is("allergique") && words[end].Folded is "a" or "au" or "aux") return words[end + 1].Folded is "la" or "l'" ? end + 3 : end + 2;
            // « sourd à nos demandes », « muette sur ce point » are no illness; « sourd d’une oreille » is one.
            if (token.Folded is "sourd" or "sourde" or "aveugle" or "muet" or "muette" && words[end].Folded is "aux" or "sur" or "a"
                && (words[end].Is("aux", "sur") || words[end + 1].Folded is "nos" or "leurs" or "vos" or "ces" or "ses" or "mes" or "toute" or "tout" or "cette" or "son" or "notre")) return at;
            // « malade de rire »
            if (token.Is("malade") && words[end].Folded is "de" or "d'" && OrganEnd(words, end) <= end && !words[end + 1].Lexeme.IsIllness && !words[end + 2].Lexeme.IsIllness) return at;
            if (words[end].Folded is "d'" or "de" or "du" or "des")
            {
                var part = end + 1;
                while (part - end < 3 && words[part].Folded is "une" or "un" or "la" or "l'" or "deux" or "le") part++;
                if (words[part].IsAny(Organs) || words[part].Folded is "oreille" or "oreilles" or "naissance") end = part + 1;
            }
            else if (words[end].Is("et") && words[end + 1].Lexeme.IsIll) end += 2;
            return weak || !HealthWords.IsWeakAdjective(token.Folded) || end > at + 1 ? end : at;
        }
        return token.Folded switch
        {
            "sous" when words[at + 1].IsAny(Treatments) => at + 2,
            "sous" when words[at + 1].Is("assistance") && words[at + 2].Is("respiratoire") => at + 3,
            "en" when words[at + 1].Is("affection") && words[at + 2].Is("longue") => at + 4,
            "en" when words[at + 1].Is("longue") && words[at + 2].Is("maladie") => at + 3,
            "travailleur" or "travailleuse" when words[at + 1].Is("handicape", "handicapee") => at + 2,
            "sous" when words[at + 1].Is("traitement") => IsQuality(words[at + 2]) ? at + 3 : at + 2,
            "en" when words[at + 1].Is("situation") && words[at + 2].Folded is "de" or "d'" && words[at + 3].Is("handicap", "polyhandicap") => Complement(words, at + 4),
            "en" when words[at + 1].Is("fin") && words[at + 3].Is("vie") => at + 4,
            "en" when words[at + 1].Is("soins") && words[at + 2].Is("palliatifs") => at + 3,
            "en" when words[at + 1].IsAny(States) && !words[at + 1].Is("phase") => words[at + 2].Folded is "roulant" or "electrique" ? at + 3 : at + 2,
            "en" when words[at + 1].Is("phase") && words[at + 2].Is("terminale") => at + 3,
            "a" when words[at + 1].Is("mobilite") && words[at + 2].Is("reduite") => at + 3,
            _ => at,
        };
    }

    private static int Complement(TraceTokens words, int at) => IsQuality(words[at]) ? at + 1 : at;

    /// <summary>« en psychiatrie », « au service d’addictologie »: the ward tells the illness.</summary>
    public static int WardEnd(TraceTokens words, int at)
    {
        var ward = at;
        while (ward - at < 4 && words[ward].Folded is "en" or "au" or "dans" or "un" or "le" or "service" or "de" or "d'" or "unite" or "hopital" or "a" or "l'") ward++;
        return ward > at && (words[ward].IsAny(Services) || words[ward].Folded is "psychiatrique") ? ward + 1 : at;
    }
}
