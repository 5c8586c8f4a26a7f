namespace Croisee.Words;

/// <summary>How far a phrase of illness goes: « une sclérose en plaques », « la maladie d’Alzheimer », « en fauteuil roulant ».</summary>
internal static class HealthPhrases
{
    private static readonly HashSet<string> Leads =
        ["un", "une", "le", "la", "l'", "son", "sa", "ses", "mon", "ma", "mes", "des", "du", "d'", "de", "les", "cet", "cette", "grave", "graves", "petit", "petite", "gros", "grosse", "severe", "severes",
         "leger", "legere", "lourd", "lourde", "double", "vrai", "vraie", "debut", "forme", "sorte", "ancien", "ancienne", "crise", "crises", "rare", "terrible", "important", "importants", "importante", "deux", "quelques", "plusieurs", "premier", "deuxieme", "second", "nouveau", "type"];
    private static readonly string[] Qualities =
        ["ique", "iques", "ale", "ales", "aire", "aires", "ive", "ives", "euse", "elle", "elles", "ienne", "uel", "iel", "teux", "aque", "inee", "tifs", "oide", "oides", "uels", "aux", "ieux", "gene", "genes"];
    private static readonly HashSet<string> Degrees =
        ["grave", "graves", "severe", "severes", "rare", "profond", "profonde", "leger", "legere", "lourd", "lourde", "moteur", "mental", "renal", "visuel", "aigu", "aigue", "precoce", "incurable", "orpheline", "sevère", "avance", "avancee", "generalise", "generalisee", "invalidante", "moderee", "modere", "anxieux", "associe", "bipolaires", "dys"];
    private static readonly HashSet<string> Treatments =
        ["dialyse", "antidepresseurs", "antidepresseur", "neuroleptiques", "neuroleptique", "chimio", "chimiotherapie", "insuline", "oxygene", "lithium", "methadone", "subutex", "morphine", "anxiolytiques", "anticoagulants", "trithérapie", "tritherapie", "antipsychotiques", "immunosuppresseurs", "cortisone", "perfusion", "sonde"];
    private static readonly HashSet<string> Complaints = ["probleme", "problemes", "souci", "soucis", "difficultes", "ennuis", "perte", "pertes", "malaise", "malaises", "douleurs", "crise", "crises", "allergie", "tentative", "tentatives", "idees"];
    private static readonly HashSet<string> Organs =
        ["cardiaque", "cardiaques", "psychique", "psychiques", "psychologiques", "psychiatriques", "respiratoires", "renaux", "neurologiques", "cognitifs", "cognitives", "hepatiques", "digestifs", "articulaires", "chroniques", "memoire",
         "alcool", "audition", "addiction", "coeur", "dos", "jambe", "jambes", "bras", "pied", "doigt", "main", "hanche", "genou", "sein", "prostate", "poumon", "poumons", "rein", "reins", "foie", "estomac", "cerveau", "yeux", "oeil", "colon", "epaule", "angoisse", "demence", "epilepsie", "panique", "convulsions", "suicide", "suicidaires"];
    private static readonly HashSet<string> Services =
        ["psychiatrie", "oncologie", "cancerologie", "addictologie", "neurologie", "cardiologie", "hematologie", "nephrologie", "pneumologie", "infectiologie", "alcoologie", "geronto-psychiatrie", "gerontopsychiatrie", "pedopsychiatrie", "hopital-psychiatrique", "psychogeriatrie", "desintoxication"];
    private static readonly HashSet<string> States = ["remission", "depression", "burn-out", "chimio", "chimiotherapie", "dialyse", "phase", "fauteuil", "coma", "rechute", "deni", "sevrage"];

    /// <summary>The token behind the illness that starts here, determiners and degrees included; <paramref name="at"/> when there is none.</summary>
    public static int NounEnd(TraceTokens words, TracePeople people, int at)
    {
        var noun = at;
        while (noun - at < 5 && words[noun].IsAny(Leads)) noun++;
        if (words[noun].IsAny(Complaints)) return Complained(words, noun) is var end && end > noun ? end : at;
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

    /// <summary>« des neuroleptiques », « un antidépresseur »</summary>
    public static int TreatmentEnd(TraceTokens words, int at)
    {
        var word = at;
        while (word - at < 3 && words[word].Folded is "des" or "un" or "une" or "de" or "l'" or "la" or "du" or "ses" or "son") word++;
        return words[word].IsAny(Treatments) ? word + 1 : at;
    }

    /// <summary>« opéré du cœur », « greffée du rein »: the organ tells the illness.</summary>
    public static int OrganEnd(TraceTokens words, int at)
    {
        var word = at;
        while (word - at < 3 && words[word].Folded is "de" or "du" or "des" or "la" or "l'" or "d'" or "le" or "au" or "a" or "une" or "un") word++;
        return word > at && words[word].IsAny(Organs) ? word + 1 : at;
    }

    private static int Complement(TraceTokens words, TracePeople people, int at)
    {
        for (var n = 0; n < 3; n++)
        {
            var token = words[at];
            if (token.Gap == Gap.Line) return at;
            if (IsQuality(token)) { at++; continue; }
            var body = token.Is("a") && words.Text[token.Start] == 'à';
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
        if (token.Shape == Shape.Upper && token.Folded is "tdah" or "tsa" or "tda" or "sep" or "sla") return at + 1;
        if (token.Is("non", "mal") && words[at + 1].Folded is "voyant" or "voyante" or "entendant" or "entendante") return at + 2;
        if (token.Lexeme.IsIll && (token.Shape != Shape.Upper || words[at - 1].Shape == Shape.Upper))
        {
            var end = IsQuality(words[at + 1]) || words[at + 1].Is("mentale") ? at + 2 : at + 1;
            return weak || !HealthWords.IsWeakAdjective(token.Folded) || end > at + 1 ? end : at;
        }
        return token.Folded switch
        {
            "sous" when words[at + 1].IsAny(Treatments) => at + 2,
            "sous" when words[at + 1].Is("traitement") && IsQuality(words[at + 2]) => at + 3,
            "en" when words[at + 1].Is("situation") && words[at + 2].Is("de") && words[at + 3].Is("handicap", "polyhandicap") => Complement(words, at + 4),
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
