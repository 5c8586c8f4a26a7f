using System.Text.RegularExpressions;

namespace Croisee.Words;

/// <summary>The checks of one sentence.</summary>
internal static partial class EasySentenceChecks
{
    private static readonly HashSet<string> Links =
        ["qui", "que", "qu'", "dont", "mais", "car", "donc", "puisque", "puisqu'", "lorsque", "lorsqu'", "quand", "si", "quoique", "cependant", "toutefois", "lequel", "laquelle", "lesquels", "lesquelles", "duquel", "auquel"];
    private static readonly HashSet<string> LinkPairs = ["parce que", "parce qu'", "afin que", "pour que", "alors que", "tandis que", "pendant que", "bien que", "avant que", "depuis que", "des que", "sans que", "de sorte", "c'est pourquoi"];
    private static readonly HashSet<string> Fronts =
        ["quand", "si", "lorsque", "lorsqu'", "pour", "apres", "avant", "dans", "pendant", "depuis", "grace", "afin", "comme", "avec", "malgre", "selon", "chez", "sur", "sous", "par", "parce", "puisque", "a", "en", "suite", "face", "lors", "d'", "sans", "bien", "au", "aux", "vers", "entre", "des"];
    private static readonly HashSet<string> Pronouns = ["je", "j'", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ca", "c'", "cela"];
    private static readonly HashSet<string> VerbsAfterNoun = ["a", "est", "sont", "ont", "va", "vont", "fait", "font", "accepte", "peut", "peuvent", "dit", "veut", "aime", "vient", "viennent", "donne", "donnent", "repond", "repondent", "propose", "proposent", "ecoute", "ecoutent", "choisit", "choisissent", "decide", "decident", "prepare", "preparent", "ecrit", "lit"];
    // « dit qui vient », « dites qui vous aide »: what is said, not a second idea.
    private static readonly HashSet<string> Sayings = ["dit", "disent", "dites", "dis", "dire", "sait", "savent", "savez", "sais", "savoir", "demande", "demandent", "demandez", "demander", "montre", "montrent", "montrez", "montrer", "explique", "expliquent", "expliquez", "expliquer"];
    private static readonly HashSet<string> Articles = ["le", "les", "un", "des", "du", "au", "ce", "ces", "mon", "son", "notre", "votre", "leur", "en"];

    public static List<EasyRemark> Of(string sentence, IReadOnlySet<string> explained)
    {
        var words = EasyCut.Words(sentence);
        var remarks = new List<EasyRemark>();
        Length(words, remarks);
        Ideas(sentence, words, remarks);
        Order(sentence, words, remarks);
        if (Signs().Match(sentence) is { Success: true } sign) remarks.Add(new(EasyCheck.Punctuation, sign.Value.Trim(), "Gardez le point, la virgule et le point d’interrogation."));
        EasySigns.Typography(sentence, words, remarks);
        EasySigns.Numbers(sentence, words, remarks);
        EasySigns.Notes(sentence, words, remarks);
        EasySigns.Abbreviations(sentence, words, explained, remarks);
        // A word of the trade that is foreign too is told once: what stops the reader is that it is not French.
        Dictionary(words, EasyLists.Jargon, EasyCheck.Jargon, remarks, EasyLists.Foreign);
        Dictionary(words, EasyLists.Foreign, EasyCheck.Foreign, remarks);
        Images(sentence, words, remarks);
        EasyVerbs.Tense(words, remarks);
        EasyVerbs.Passive(words, remarks);
        EasyVerbs.Negative(words, remarks);
        Address(words, remarks);
        return remarks;
    }

    private static void Length(List<EasyWord> words, List<EasyRemark> remarks)
    {
        var count = words.Count(w => !w.Text.EndsWith('\'') && !w.Text.EndsWith('’'));
        if (count > EasyReport.WordsAtMost) remarks.Add(new(EasyCheck.Length, $"{count} mots", $"Gardez {EasyReport.WordsAtMost} mots au plus. Coupez en deux phrases."));
    }

    private static void Ideas(string sentence, List<EasyWord> words, List<EasyRemark> remarks)
    {
        var commas = sentence.Count(c => c == ',');
        var seen = commas > 1 ? $"{commas} virgules" : null;
        for (var i = 0; i < words.Count && seen is null; i++)
        {
            var f = words[i].Folded;
            var next = i + 1 < words.Count ? words[i + 1].Folded : "";
            if (LinkPairs.Contains($"{f} {next}")) seen = $"{words[i].Text} {words[i + 1].Text}";
            else if (f is "que" or "qu'" && i > 0 && (words[i - 1].Folded is "plus" or "ce" or "est-ce" or "ne" || (i == 1 && words[0].Folded is "est-ce"))) continue;
            else if (i > 0 && words[i - 1].Folded is "importe") continue;
            else if (f is "qui" && i > 0 && Sayings.Contains(words[i - 1].Folded)) continue;
            // « le car part à 8 heures »: what one rides in joins nothing.
            else if (f is "car" && i > 0 && Articles.Contains(words[i - 1].Folded)) continue;
            else if (i == 0 && f is "qui" or "que" or "qu'" or "quand" or "donc" or "mais" && !(f is "quand" && commas > 0)) continue;
            else if (Links.Contains(f) && !(f is "si" && i > 0 && next.Length > 0 && words[i - 1].Folded is "est" or "sont")) seen = words[i].Text;
            else if (f is "et" or "ou" && JoinsClauses(words, i)) seen = $"{words[i].Text} {words[i + 1].Text}";
        }
        if (seen is not null) remarks.Add(new(EasyCheck.OneIdea, seen, "Faites une phrase pour chaque idée."));
    }

    // « on parle et on écoute », « … et le directeur a accepté »; « les résidents et les familles » is one subject.
    private static bool JoinsClauses(List<EasyWord> words, int i)
    {
        if (i + 1 >= words.Count) return false;
        if (Pronouns.Contains(words[i + 1].Folded)) return true;
        if (words[i].Folded is "ou" || i + 3 >= words.Count) return false;
        var verbBefore = words.Take(i).Any(w => VerbsAfterNoun.Contains(w.Folded));
        return verbBefore && VerbsAfterNoun.Contains(words[i + 3].Folded);
    }

    private static void Order(string sentence, List<EasyWord> words, List<EasyRemark> remarks)
    {
        if (words.Count < 3) return;
        var first = words[0].Folded;
        var question = sentence.EndsWith('?');
        var comma = sentence.IndexOf(',', StringComparison.Ordinal);
        var front = Fronts.Contains(first) && comma > 0;
        var inverted = !question && words.Any(w => w.Folded.Contains("-t-il", StringComparison.Ordinal) || w.Folded.Contains("-t-elle", StringComparison.Ordinal) || w.Folded.Contains("-t-on", StringComparison.Ordinal));
        // « c’est quelqu’un que vous aimez » says what it is, and puts nobody before the verb.
        var cleft = first is "c'" && words[1].Folded is "est" && words[2].Folded is not ("quelqu'un" or "quelqu'une") && words.Skip(2).Any(w => w.Folded is "qui" or "que" or "qu'");
        if (!front && !inverted && !cleft) return;
        remarks.Add(new(EasyCheck.Order, front ? sentence[..comma] : words[0].Text + (cleft ? "est" : ""), "Commencez par la personne : qui fait, ce qu’elle fait, puis le reste."));
    }

    private static void Dictionary(List<EasyWord> words, System.Collections.Frozen.FrozenDictionary<string, string> list, EasyCheck check, List<EasyRemark> remarks, System.Collections.Frozen.FrozenDictionary<string, string>? but = null)
    {
        for (var i = 0; i < words.Count; i++)
            for (var length = Math.Min(4, words.Count - i); length > 0; length--)
            {
                var phrase = Join(words, i, length);
                if (but?.ContainsKey(phrase) is true) break;
                // « Les consultations » are those of a doctor.
                if (!list.TryGetValue(phrase, out var plain) && !(phrase.EndsWith('s') && phrase is not "consultations" && list.TryGetValue(phrase[..^1], out plain))) continue;
                remarks.Add(new(check, string.Join(' ', words.Skip(i).Take(length).Select(w => w.Text)).Replace("’ ", "’", StringComparison.Ordinal).Replace("' ", "'", StringComparison.Ordinal), $"Vous pouvez écrire : {plain}."));
                i += length - 1;
                break;
            }
    }

    private static string Join(List<EasyWord> words, int from, int count) =>
        string.Join(' ', words.Skip(from).Take(count).Select(w => w.Folded)).Replace("' ", "'", StringComparison.Ordinal);

    private static void Images(string sentence, List<EasyWord> words, List<EasyRemark> remarks)
    {
        var all = $" {Join(words, 0, words.Count)} ";
        foreach (var image in EasyLists.Metaphors)
            if (all.Contains($" {image} ", StringComparison.Ordinal)) { remarks.Add(new(EasyCheck.Metaphor, EasyMarks.Find(sentence, image) is { } at ? sentence[at.Start..at.End] : image, "Dites la chose sans image.")); return; }
    }

    private static void Address(List<EasyWord> words, List<EasyRemark> remarks)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var next = words[i + 1].Folded;
            var impersonal = words[i].Folded is "il" && (next is "faut" or "convient" or "suffit" or "importe" || (next is "vaut" && i + 2 < words.Count && words[i + 2].Folded is "mieux") || (next is "s'" && i + 2 < words.Count && words[i + 2].Folded is "agit") || (next is "est" && i + 2 < words.Count
                && words[i + 2].Folded is "possible" or "demande" or "necessaire" or "interdit" or "obligatoire" or "important" or "conseille" or "recommande" or "prevu" or "utile" or "preferable"));
            impersonal |= words[i].Folded is "on" && next is "doit" or "devrait";
            if (!impersonal) continue;
            remarks.Add(new(EasyCheck.Address, $"{words[i].Text} {words[i + 1].Text}", "Parlez à la personne : « Vous pouvez… », « Remplissez… »."));
            return;
        }
    }

    [GeneratedRegex(@"[;()\[\]…—–]| - |\.\.\.", RegexOptions.NonBacktracking)] private static partial Regex Signs();
}

/// <summary>What is seen in the signs of a sentence: capitals, numbers, dates, notes, short forms.</summary>
internal static partial class EasySigns
{
    public static void Typography(string sentence, List<EasyWord> words, List<EasyRemark> remarks)
    {
        var seen = Emphasis().Match(sentence) is { Success: true } match ? match.Value : words.FirstOrDefault(w => IsShouted(w.Text)).Text;
        if (seen is not null) remarks.Add(new(EasyCheck.Typography, seen, "Écrivez en lettres ordinaires, sans majuscules partout ni signe autour du mot."));
    }

    private static bool IsShouted(string word) =>
        word.Length > 4 && word.All(c => !char.IsLower(c)) && word.Any(char.IsLetter) && !EasyLists.LongAcronyms.Contains(word) && word.AsSpan().IndexOfAny("AEIOUYÉÈÊÀ") >= 0;

    public static void Numbers(string sentence, List<EasyWord> words, List<EasyRemark> remarks)
    {
        if (words.FirstOrDefault(w => Roman().IsMatch(w.Text) && w.Text is not ("CV" or "CD" or "CI" or "XL" or "MC" or "CL")).Text is { } roman) remarks.Add(new(EasyCheck.Roman, roman, "Écrivez le nombre en chiffres : 4, et non IV."));
        if (Date().Match(sentence) is { Success: true } date) remarks.Add(new(EasyCheck.NumericDate, date.Value, "Écrivez le jour et le mois en mots : mardi 8 juin 2021."));
        var big = Percent().Match(sentence) is { Success: true } p ? p.Value : Big().Match(Date().Replace(sentence, " ")) is { Success: true } b ? b.Value : words.FirstOrDefault(w => w.Folded is "million" or "millions" or "milliard" or "milliards" or "mille").Text;
        if (big is not null) remarks.Add(new(EasyCheck.Number, big.Trim(), "Dites « peu », « beaucoup », ou « 3 personnes sur 10 »."));
        // « 20 pour cent » is a share, told above.
        if (words.Where((w, i) => EasyLists.IsNumberWord(w.Folded) && w.Folded is not "neuf" && !(w.Folded is "cent" && i > 0 && words[i - 1].Folded is "pour")).FirstOrDefault().Text is { } number) remarks.Add(new(EasyCheck.NumberWord, number, "Écrivez le nombre en chiffres."));
    }

    public static void Notes(string sentence, List<EasyWord> words, List<EasyRemark> remarks)
    {
        if (Note().Match(Emphasis().Replace(sentence, " ")) is { Success: true } note || (note = Reference().Match(sentence)).Success) remarks.Add(new(EasyCheck.Note, note.Value.Trim(), "Expliquez tout de suite, dans une phrase. Ne renvoyez pas ailleurs."));
    }

    public static void Abbreviations(string sentence, List<EasyWord> words, IReadOnlySet<string> explained, List<EasyRemark> remarks)
    {
        // In a sentence all in capitals, no word is an acronym.
        var shouted = words.Count > 1 && words.Count(w => w.Text.All(char.IsUpper)) > words.Count / 2;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var dotted = word.End < sentence.Length && sentence[word.End] == '.';
            // « Min » may be a name and « av » nothing: only with its full stop, unless it is a short word of everyday talk.
            if (EasyLists.Abbreviations.TryGetValue(word.Folded, out var plain) && (dotted && word.End + 1 < sentence.Length || word.Folded is "etc" or "mme" or "mlle" or "cf" or "asso" or "info" or "infos" or "kine" or "psy" or "rdv" or "appt" or "doc" or "docs" or "svp" or "resto" or "ordi" or "educ" or "dr" or "tel"))
                remarks.Add(new(EasyCheck.Abbreviation, word.Text, $"Écrivez le mot entier : {plain}."));
            else if (word.Text == "M" && dotted) remarks.Add(new(EasyCheck.Abbreviation, "M.", "Écrivez le mot entier : Monsieur."));
            else if (word.Text == "n" && word.End < sentence.Length && sentence[word.End] is '°' or 'º') remarks.Add(new(EasyCheck.Abbreviation, "n°", "Écrivez le mot entier : numéro."));
            else if (!shouted && !IsInShout(words, i) && IsAcronym(word.Text) && !explained.Contains(word.Text)) remarks.Add(new(EasyCheck.Abbreviation, word.Text, $"Écrivez le nom entier, ou dites : « {word.Text} veut dire… »."));
        }
    }

    /// <summary>« OUVERTE À TOUS »: a short word beside a shouted one is shouted too.</summary>
    private static bool IsInShout(List<EasyWord> words, int at)
    {
        const int Near = 3;
        var (from, to) = (at, at);
        while (from > 0 && at - from < Near && words[from - 1].Text.All(char.IsUpper)) from--;
        while (to < words.Count - 1 && to - at < Near && words[to + 1].Text.All(char.IsUpper)) to++;
        return words.Skip(from).Take(to - from + 1).Any(w => IsShouted(w.Text));
    }

    public static bool IsAcronym(string word) =>
        EasyLists.LongAcronyms.Contains(word) || (word.Length is > 1 and < 5 && word.All(char.IsUpper) && !EasyLists.KnownAcronyms.Contains(word) && !Roman().IsMatch(word));

    [GeneratedRegex(@"(?:^|\s)(?:\*{1,2}[^\s*][^*]*\*{1,2}|_[^\s_][^_]*_)|</?(?:b|i|u|em|strong)>")] private static partial Regex Emphasis();
    [GeneratedRegex(@"^(?:X{1,3}|[IVX]{2,}|L[IVX]+|XL[IVX]*)(?:e|er|es|ème)?$|^[IVX](?:e|ème)$|^Ier$", RegexOptions.NonBacktracking)] private static partial Regex Roman();
    [GeneratedRegex(@"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b(?:19|20)\d{2}-\d{2}-\d{2}\b|\b(?:le|du|au|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \d{1,2}/\d{1,2}\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)] private static partial Regex Date();
    [GeneratedRegex(@"\d+(?:[.,]\d+)?\s?%|\p{L}*\d*\s?pour cent\b", RegexOptions.NonBacktracking)] private static partial Regex Percent();
    // Four figures, but neither a year (19.., 20..) nor a number that one calls (30.. to 39..).
    [GeneratedRegex(@"\b\d{1,3}(?:[ \u00A0\u202F.]\d{3})+\b|\b\d{5,}\b|\b(?:1[0-8]|2[1-9]|[4-9]\d)\d{2}\b|\b\d+,\d+\b|\b\d+/\d+\b", RegexOptions.NonBacktracking)] private static partial Regex Big();
    [GeneratedRegex(@"[¹²³⁴⁵]|\[\d{1,2}\]|\(\d{1,2}\)|\p{L}\*(?:[\s.,]|$)", RegexOptions.NonBacktracking)] private static partial Regex Note();
    [GeneratedRegex(@"\bcf\.|\bvoir (?:la )?note\b|\bnote de bas\b|\bci-dessous\b|\bci-dessus\b|\bci-après\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)] private static partial Regex Reference();
}

/// <summary>What is seen over the whole text.</summary>
internal static partial class EasyWhole
{
    /// <summary>Acronyms that the text explains: « Le CVS veut dire… », « La MDPH, c’est… ».</summary>
    public static IReadOnlySet<string> Explained(IEnumerable<string> lines)
    {
        var explained = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
            foreach (Match match in Meaning().Matches(line)) explained.Add(match.Groups[1].Value);
        return explained;
    }

    /// <summary>How many bars make a line the row of a table: two, or one where several lines have one; none do where a sentence says what the table shows (domain 9.1).</summary>
    public static int BarsOfRow(IReadOnlyList<string> lines) =>
        lines.Any(l => Bars(l) == 0 && l.Contains("tableau", StringComparison.OrdinalIgnoreCase)) ? int.MaxValue : lines.Count(l => Bars(l) > 0) > 1 ? 1 : 2;

    public static int Bars(string line) => Math.Max(line.Count(c => c == '|'), line.Count(c => c == '\t'));

    public static List<EasyRemark> Of(IReadOnlyList<EasySentence> sentences, int most)
    {
        var remarks = new List<EasyRemark>();
        if (sentences.Count > most) remarks.Add(new(EasyCheck.Amount, $"{sentences.Count} phrases", $"Gardez {most} phrases au plus. Dites d’abord le plus important."));
        var used = sentences.SelectMany(s => EasyCut.Words(s.Text)).Select(w => w.Folded.TrimEnd('s', 'x')).ToHashSet(StringComparer.Ordinal);
        foreach (var group in EasyLists.Synonyms)
            if (group.Where(g => used.Contains(g.TrimEnd('s'))).ToList() is { Count: > 1 } met)
                remarks.Add(new(EasyCheck.Synonym, string.Join(", ", met), "Gardez un seul mot pour la même chose, du début à la fin."));
        return remarks;
    }

    [GeneratedRegex(@"\b(\p{Lu}{2,8})(?: veut dire|, c[’']est| signifie|[ \u00A0\u202F]: )", RegexOptions.NonBacktracking)] private static partial Regex Meaning();
}
