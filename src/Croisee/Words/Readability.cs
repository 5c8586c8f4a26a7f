namespace Croisee.Words;

/// <summary>What can be checked by machine in an easy-read text (domain 9.1, the rows marked « auto », « partial » and « dictionary »).</summary>
public enum EasyCheck
{
    OneSentence, Length, OneIdea, Order, Punctuation, Typography, Roman, Number, NumberWord, NumericDate, Abbreviation,
    Jargon, Metaphor, Foreign, Tense, Passive, Negative, Address, Synonym, Note, Table, Amount, Picture, PageNumber,
}

/// <summary>One thing that makes a sentence hard: where it is seen, and what to write instead.</summary>
public sealed record EasyRemark(EasyCheck Check, string Seen, string Advice);

/// <summary>A sentence of an easy-read text and what is hard in it; nothing, and it is fine.</summary>
public sealed record EasySentence(string Text, IReadOnlyList<EasyRemark> Remarks)
{
    public bool IsFine => Remarks.Count == 0;
}

/// <summary>
/// The report for authors, sentence by sentence, then on the whole. It helps to write; it never gives the mark, which only
/// concerned readers give (FAL-R1).
/// </summary>
public sealed record EasyReport(IReadOnlyList<EasySentence> Sentences, IReadOnlyList<EasyRemark> Whole)
{
    public const int WordsAtMost = 12, SentencesAtMost = 8;
    /// <summary>Of the easy summary of a sheet (domain 1.4, field 2).</summary>
    public const int SummaryAtMost = 5;
    public int Fine => Sentences.Count(s => s.IsFine);
    public bool IsFine => Whole.Count == 0 && Sentences.All(s => s.IsFine);

    /// <summary>Reads any text: linear time, nothing kept, nobody called.</summary>
    /// <param name="most">Sentences from beyond which it is too long.</param>
    public static EasyReport Of(string? text, int most = SentencesAtMost)
    {
        var lines = EasyCut.Lines(text);
        var (whole, bars) = (EasyWhole.Explained(lines), EasyWhole.BarsOfRow(lines));
        var sentences = new List<EasySentence>();
        foreach (var line in lines)
        {
            var parts = EasyCut.Sentences(line);
            foreach (var (part, n) in parts.Select((p, n) => (p, n)))
            {
                var remarks = EasySentenceChecks.Of(part, whole);
                if (n == 0 && parts.Count > 1) remarks.Insert(0, new(EasyCheck.OneSentence, $"{parts.Count} phrases sur une ligne", "Allez à la ligne après chaque phrase."));
                if (n == 0 && EasyWhole.Bars(line) >= bars) remarks.Add(new(EasyCheck.Table, "|", "Écrivez une phrase pour chaque ligne du tableau, ou dites d’abord ce que montre ce tableau."));
                sentences.Add(new(part, remarks));
            }
        }
        return new(sentences, EasyWhole.Of(sentences, most));
    }

    /// <summary>« Une idée par phrase », said beside the sentence.</summary>
    public static string Name(EasyCheck check) => check switch
    {
        EasyCheck.OneSentence => "Une phrase par ligne",
        EasyCheck.Length => "Phrase courte",
        EasyCheck.OneIdea => "Une idée par phrase",
        EasyCheck.Order => "Qui fait, puis ce qui est fait",
        EasyCheck.Punctuation => "Signes simples",
        EasyCheck.Typography => "Lettres simples",
        EasyCheck.Roman => "Chiffres romains",
        EasyCheck.Number => "Grand nombre",
        EasyCheck.NumberWord => "Nombre en lettres",
        EasyCheck.NumericDate => "Date en chiffres",
        EasyCheck.Abbreviation => "Mot raccourci",
        EasyCheck.Jargon => "Mot de métier",
        EasyCheck.Metaphor => "Image",
        EasyCheck.Foreign => "Mot étranger",
        EasyCheck.Tense => "Temps du verbe",
        EasyCheck.Passive => "Qui fait quoi",
        EasyCheck.Negative => "Dire ce qui est",
        EasyCheck.Address => "Parler à la personne",
        EasyCheck.Synonym => "Le même mot pour la même chose",
        EasyCheck.Note => "Renvoi ou note",
        EasyCheck.Table => "Tableau",
        EasyCheck.Amount => "Peu de texte",
        EasyCheck.Picture => "Une image par idée",
        EasyCheck.PageNumber => "Numéro de page",
        _ => throw new ArgumentOutOfRangeException(nameof(check)),
    };
}
