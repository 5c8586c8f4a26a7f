namespace Croisee.Words;

/// <summary>Whether a name belongs to a street, an establishment, a law or a prize rather than to somebody spoken of.</summary>
internal static class NamedPlaces
{
    private static readonly HashSet<string> Links = ["de", "du", "d'", "des", "la", "le", "l'", "les", "aux"];
    private static readonly HashSet<string> Qualifiers =
        ["hospitalier", "hospitaliere", "regional", "regionale", "universitaire", "intercommunal", "intercommunale", "social", "sociale", "culturel", "municipal",
         "municipale", "psychotherapique", "medico-social", "medical", "psychiatrique", "specialise", "gerontologique", "publique", "prive", "privee", "elementaire",
         "primaire", "maternelle", "associatif", "dite", "dit", "appelee", "appele", "nommee", "nomme", "baptise", "baptisee", "intitule", "intitulee"];
    private static readonly HashSet<string> HoldsWithDe =
        ["hopital", "clinique", "college", "lycee", "ecole", "ville", "commune", "quartier", "departement", "canton", "stade", "gymnase", "village", "region", "zone",
         "film", "films", "tableau", "toile", "peinture", "sculpture", "roman", "romans", "chanson", "chansons", "symphonie", "maladie", "syndrome", "loi", "echelle", "test", "pyramide", "theorie", "methode", "theoreme", "fete", "prix", "trophee", "statue", "buste", "bourg", "hameau",
         "port", "pays", "bassin", "communaute", "metropole", "agglomeration", "region", "foret", "lac", "ile", "mairie", "prefecture", "chu", "chru", "ch"];

    /// <summary>Looks left of a name, at most eight words. A civility weighs more than a head word: « la place de Mme Dupont ».</summary>
    public static bool Holds(TraceTokens words, int name, bool civility)
    {
        var at = name - 1;
        if (words[name].Gap == Gap.Line) return false;
        if (words[at].Folded is "«" or "\"" or "“" or "-") at--;
        for (var n = 0; n < 3 && (words[at].IsAny(Qualifiers) || (words[at].Shape != Shape.Lower && words[at].IsAny(TraceLists.Organisation) && !words[at].IsAny(TraceLists.Houses))); n++) at--;
        var head = words[at];
        if (head.IsAny(TraceLists.Saints)) return !civility;
        // « résidence Les Hauts du Château Mme Simone A. »: an abbreviated civility starts anew, in lists and minutes.
        if (civility && words[name].IsAny(TraceLists.Abbreviated) && !words[name].IsAny(TraceLists.Doctors)) return head.IsAny(TraceLists.Streets) && !head.Is("place");
        if (head.IsAny(TraceLists.Streets) || head.IsAny(TraceLists.Houses)) return true;
        if (head.IsAny(TraceLists.Works)) return !civility;

        var (linked, du) = (at, false);
        for (var n = 0; n < 2 && words[linked].IsAny(Links); n++) { du |= words[linked].Folded is "du" or "l'"; linked--; }
        if (linked == at) return false;
        head = words[linked];
        for (var n = 0; n < 2 && head.IsAny(Qualifiers); n++) head = words[--linked];
        if (!civility)
        {
            return head.IsAny(TraceLists.Streets) ? words[at].Folded is not ("d'" or "de") || head.Folded is not ("place" or "passage" or "cours" or "voie" or "mail")
                : head.IsAny(HoldsWithDe) || (head.IsAny(TraceLists.Houses) && head.IsCapital && !words.OpensSentence(linked));
        }
        if (!du) return head.IsAny(TraceLists.Streets) && head.Folded is not ("place" or "passage" or "cours" or "voie" or "mail" or "route" or "chemin" or "port");
        var title = words[name];
        // « place du Docteur Roux » is an address; « la place du docteur Martin dans le groupe » is not.
        return head.IsAny(TraceLists.Streets) ? title.IsCapital && (title.Folded.Length > 3 || head.Folded is not ("place" or "cours"))
            : title.IsCapital && title.Folded.Length > 3 && head.IsAny(HoldsWithDe);
    }
}
