namespace Croisee.Words;

internal enum Mention { None, General, Specific }

/// <summary>Where the text speaks of one person: names found so far, pronouns, « ma voisine », « une résidente ».</summary>
internal sealed class TracePeople(TraceTokens words)
{
    private readonly bool[] _names = new bool[words.Count];
    private static readonly HashSet<string> Own = ["mon", "ma", "ton", "ta", "son", "sa", "notre", "votre", "ce", "cet", "cette"];
    private static readonly HashSet<string> Purpose = ["pour", "chez", "comme", "toute", "tout", "chaque", "si", "quand", "lorsqu'", "lorsque"];
    private static readonly HashSet<string> Impersonal =
        ["faut", "fallait", "faudra", "faudrait", "s'", "y", "importe", "convient", "suffit", "n'y", "manque", "existe", "semble"];
    private static readonly HashSet<string> ImpersonalAdjectives =
        ["possible", "important", "necessaire", "utile", "interdit", "question", "prevu", "essentiel", "difficile", "facile", "temps", "vrai", "rare", "clair", "demande", "propose", "recommande"];

    private readonly bool[] _closed = new bool[words.Count];

    /// <summary>Words that belong to the name of a street, an establishment or a law.</summary>
    public void Close(int from, int to) => Array.Fill(_closed, true, from, to - from);

    public bool IsClosed(int i) => (uint)i < (uint)_closed.Length && _closed[i];

    public void MarkName(int from, int to) => Array.Fill(_names, true, from, to - from);

    public bool IsName(int i) => (uint)i < (uint)_names.Length && _names[i];

    /// <summary>Whether this token ends the mention of one real person.</summary>
    public bool IsSomeone(int i)
    {
        if (IsName(i)) return true;
        var token = words[i];
        if (!token.IsWord) return false;
        return token.Folded switch
        {
            "je" or "j'" or "elle" => true,
            "il" => !IsImpersonal(i + 1),
            // Notes of carers: « Madame est sourde », « Monsieur a une démence ».
            "madame" or "monsieur" or "mademoiselle" => words[i + 1].Shape == Shape.Lower && words[i + 1].Folded is "est" or "a" or "souffre" or "presente" or "etait" or "avait" or "n'" or "ne" or "vit" or "prend" or "porte" or "se" or "s'" or "reste" or "perd" or "vient" or "entend" or "voit" or "fait" || Noun(i) == Mention.Specific,
            _ => Noun(i) == Mention.Specific,
        };
    }

    /// <summary>Whether the noun at this place is one person (« ma voisine »), anybody (« le patient »), or no person.</summary>
    public Mention Noun(int i)
    {
        var noun = words[i];
        if (!noun.IsAny(TraceLists.People))
            return noun.Shape == Shape.Lower && noun.IsWord && words[i - 1].Folded is "un" or "une" or "mon" or "ma" or "notre" or "cette" or "ce" or "cet"
                && TraceLists.LooksLikeTrade(noun.Folded) && !words[i - 2].IsAny(Purpose) ? Mention.Specific : Mention.None;
        var general = TraceLists.Generic.Contains(noun.Folded);
        var at = i - 1;
        while (i - at < 3 && words[at].IsAny(TraceLists.Adjectives)) at--;
        var determiner = words[at];
        if (determiner.Is("plus") && words[at - 1].Folded is "le" or "la") return Mention.Specific;
        if (determiner.IsAny(Own)) return Mention.Specific;
        if (determiner.Folded is "un" or "une")
        {
            // « Un adulte sur cinq »
            if (words[i + 1].Is("sur")) return Mention.General;
            var before = words[at - 1];
            var purpose = before.IsAny(Purpose) || (general && (before.Folded is "d'" or "de" or "qu'" || IsInfinitive(before)));
            return purpose && words.SameSentence(at - 1, at) ? Mention.General : Mention.Specific;
        }
        if (determiner.Folded is "le" or "la" or "l'" or "du" or "au") return general ? Mention.General : Mention.Specific;
        if (determiner.Is("leur")) return general ? Mention.General : Mention.Specific;
        // Notes have no article: « Résidente de 84 ans, diabétique ».
        if (!words.OpensSentence(at + 1)) return Mention.None;
        // « Patiente aphasique, 78 ans »
        var aged = HasAge(i + 1) || (words[i + 1].Lexeme.IsIll && (HasAge(i + 2) || HasAge(i + 3)));
        return general && !aged ? Mention.General : Mention.Specific;
    }

    /// <summary>Whether an age stands here: « , 12 ans », « (84 ans) », « de 80 ans », « âgée de 80 ans ».</summary>
    public bool HasAge(int i)
    {
        var at = i;
        if (words[at].Folded is "," or "(" or "-" or "–") at++;
        if (words[at].Folded is "age" or "agee") at++;
        if (words[at].Folded is "de" or "d'") at++;
        return words[at].IsNumber && words[at].Folded.Length <= 3 && words[at + 1].Folded is "ans" or "mois"
            && words[at + 2].Folded is not ("apres" or "plus" or "d'" or "de" or "que");
    }

    /// <summary>« Le jardinier est diabétique »: behind an article, a trade is somebody when a verb of one person follows.</summary>
    public bool IsTradeAtWork(int i) =>
        words[i].Shape == Shape.Lower && words[i].IsWord && words[i - 1].Folded is "le" or "la" or "l'" && (TraceLists.LooksLikeTrade(words[i].Folded) || words[i].IsAny(TraceLists.Adjectives))
        && words[i + 1].Folded is "est" or "a" or "souffre" or "était" or "etait" or "avait" or "," or "qui";

    private bool IsImpersonal(int i) =>
        words[i].IsAny(Impersonal) || (words[i].Folded is "est" or "etait" or "n'" && (words[i + 1].IsAny(ImpersonalAdjectives) || words[i + 2].IsAny(ImpersonalAdjectives)));

    private static bool IsInfinitive(Token token) =>
        token.IsWord && token.Shape == Shape.Lower && token.Folded.Length > 4 && !token.IsAny(TraceLists.Grammar)
        && (token.Folded.EndsWith("er", StringComparison.Ordinal) || token.Folded.EndsWith("ir", StringComparison.Ordinal)
            || token.Folded.EndsWith("dre", StringComparison.Ordinal));
}
