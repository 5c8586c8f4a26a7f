namespace Croisee.Words;

/// <summary>
/// One capitalised word that no list knows and no article announces: a person when it is greeted, given to, accompanied,
/// or followed by what only people are (« Ysaline et sa mère », « Ysaline est une femme discrète »).
/// </summary>
internal static class NameLone
{
    private static readonly HashSet<string> Greetings = ["bonjour", "bonsoir", "salut", "coucou", "merci", "bravo", "cher", "chere", "revoir", "anniversaire", "beaucoup", "felicitations", "bisous", "bises", "biz"];
    private static readonly HashSet<string> Closings = ["vous", "toi", "cordialement", "bises", "bisous", "amities", "amicalement", "affectueusement", "salutations"];
    private static readonly HashSet<string> Giving =
        ["merci", "bravo", "demander", "demande", "demandez", "voyez", "dites", "parlez", "donnez", "ecrivez", "adressez-vous", "dire", "dit", "parler", "parle", "parlait", "donner", "donne", "donnee", "ecrire", "ecrit", "repondre", "repondu", "penser", "pense", "pensons", "expliquer", "explique", "proposer",
         "propose", "offrir", "remettre", "lire", "lu", "telephone", "telephoner", "rappele", "manque", "plait", "appartient", "raconte", "raconter", "confier", "confie", "appris", "apprendre", "souhaite", "revient"];
    private static readonly HashSet<string> Beside =
        ["avec", "par", "selon", "chez", "aussi", "perdu", "voyez", "choisi", "elu", "rappeler", "rappelez", "aide", "aider", "rencontrer", "rencontre", "connait", "connais", "connaissait", "remercie", "remercier", "remercions", "appelle", "appeler",
         "accompagne", "accompagner", "invite", "inviter", "embrasse", "soigne", "soigner", "entendu", "croise", "surnomme", "c'est", "puis", "sans", "comme", "ici"];
    private static readonly HashSet<string> Moods = ["colere", "larmes", "pleurs", "forme", "vacances", "deuil"];

    public static bool Stands(TraceTokens words, int i)
    {
        // « Harmonie Mutuelle »: an ordinary word with a capital behind makes a firm.
        if (!IsPlain(words, words[i]) || (words[i + 1].IsCapital && words[i + 1].Gap == Gap.Space && !words[i + 1].IsAny(TraceLists.Grammar))) return false;
        return Behind(words, i) || Ahead(words, i + 1);
    }

    /// <summary>« On attend Ana », « Rappeler Laurent », « bisous Jade »: enough for a first name that is a word too.</summary>
    public static bool IsIntroduced(TraceTokens words, int i) =>
        words[i].Gap != Gap.Line && (words[i - 1].IsAny(Greetings) || words[i - 1].IsAny(Beside) || words[i - 1].Folded is "attend" or "attendons" or "attends" or "voir" or "vu" or "revoir" or "remplacer" or "aider" or "demander" or "relancer");

    // A capital inside (QualiREL, SantéBD) or no vowel makes a brand.
    private static bool IsPlain(TraceTokens words, Token token)
    {
        if (token.Shape != Shape.Capital || token.Folded.AsSpan().IndexOfAny("aeiouy") < 0) return false;
        for (var at = token.Start + 1; at < token.End; at++)
            if (char.IsUpper(words.Text[at]) && char.IsLetter(words.Text[at - 1])) return false;
        return true;
    }

    private static bool Behind(TraceTokens words, int i)
    {
        var before = words[i - 1];
        if (words[i].Gap == Gap.Line) return false;
        if (words[i - 2].Is("s'")) return false;
        if (before.IsAny(Greetings) || before.IsAny(Beside)) return true;
        if (before.Is(",") && words[i - 2].IsAny(Closings)) return true;
        return before.Is("a") && words.Text[before.Start] == 'à' && (words[i - 2].IsAny(Giving) || (words[i - 2].Folded is "fort" or "beaucoup" or "souvent" && words[i - 3].IsAny(Giving)));
    }

    private static bool Ahead(TraceTokens words, int at)
    {
        var next = words[at];
        if (next.Gap == Gap.Line) return false;
        if (next.Is("et")) return words[at + 1].Folded is "moi" or "toi" || (words[at + 1].Folded is "sa" or "son" or "ses" && words[at + 2].IsAny(TraceLists.People));
        if (next.Is(",")) return words[at + 1].Folded is "elle" or "lui" && words[at + 2].Is(",");
        if (next.Folded is not ("est" or "etait")) return false;
        if (words[at + 1].Is("en")) return words[at + 2].IsAny(Moods);
        if (words[at + 1].Folded is not ("un" or "une" or "le" or "la" or "l'" or "mon" or "ma" or "notre")) return false;
        for (var n = at + 2; n < at + 6; n++)
            if (words[n].IsAny(TraceLists.People)) return true;
        return false;
    }
}
