namespace Croisee.Surveys.Exchange;

/// <summary>A form in which questionnaires travel between tools.</summary>
public enum QuestionnaireFormat { Croisee, LimeSurvey, XlsForm, Fhir }

/// <summary>What became of one construct of a file.</summary>
public enum Fate { Kept, Adapted, Refused }

public static class ExchangeWords
{
    public static string French(this QuestionnaireFormat format) => format switch { QuestionnaireFormat.LimeSurvey => "LimeSurvey (.lss)", QuestionnaireFormat.XlsForm => "XLSForm (.xlsx)", QuestionnaireFormat.Fhir => "FHIR R4 (.json)", _ => "Croisée (.json)" };

    public static string French(this Fate fate) => fate switch { Fate.Kept => "Gardé", Fate.Adapted => "Adapté", _ => "Non lu" };

    /// <summary>The same of what is given out.</summary>
    public static string Written(this Fate fate) => fate switch { Fate.Kept => "Gardé.", Fate.Adapted => "Adapté.", _ => "Non écrit." };
}

/// <summary>One line of what a reading did: where in the file, and what became of it.</summary>
/// <param name="Where">Line, row or identifier, as the file's own tool shows it.</param>
public sealed record ReadLine(Fate Fate, string Where, string Construct, string Sentence);

/// <summary>What was read of a file. No content: nothing of it can be used, and the lines say why (S11: never a part without saying so).</summary>
public sealed record ReadQuestionnaire(QuestionnaireFormat Format, Content.QuestionnaireContent? Content, IReadOnlyList<ReadLine> Lines)
{
    public int Count(Fate fate) => Lines.Count(l => l.Fate == fate);

    /// <summary>All is there as it was: nobody needs to look before it is kept.</summary>
    public bool Whole => Content is not null && Lines.All(l => l.Fate is Fate.Kept);

    public IEnumerable<ReadLine> ToTell => Lines.Where(l => l.Fate is not Fate.Kept).OrderByDescending(l => l.Fate);

    public static ReadQuestionnaire None(QuestionnaireFormat format, string where, string why) => new(format, null, [new(Fate.Refused, where, "fichier", why)]);
}

/// <summary>The lines of a reading as they come. What it says of a construct is what the conformance table says: it has no words of its own.</summary>
sealed class ReadReport(QuestionnaireFormat format)
{
    /// <summary>
    /// A hostile file could make a million; whoever reads them needs the first ones. What was kept is counted apart: a hundred questions of a usual
    /// file make more lines than these, and must not hide the one that was not read.
    /// </summary>
    const int KeptMax = 500, ToldMax = 2_000;

    readonly List<ReadLine> lines = [];
    readonly HashSet<ReadLine> said = [];
    int kept, untold;

    public IReadOnlyList<ReadLine> Lines => untold == 0 ? lines : [.. lines, new(Fate.Adapted, "fichier", "Suite de cette liste", $"{untold} autres lignes ne sont pas montrées : ce fichier en a trop.")];
    public QuestionnaireFormat Format => format;

    /// <param name="construct">As in <see cref="Conformance"/>.</param>
    /// <param name="detail">What of it, when several could be meant.</param>
    public void Say(string construct, string where, string? detail = null)
    {
        var row = Conformance.Of(format, construct);
        var line = new ReadLine(row.Fate, Short(where), row.Construct, detail is null ? row.Remark : $"{row.Remark} ({Short(detail)})");
        if (line.Fate is Fate.Kept ? kept >= KeptMax : lines.Count - kept >= ToldMax) { if (line.Fate is not Fate.Kept && !said.Contains(line)) untold++; return; }
        if (!said.Add(line)) return;
        lines.Add(line);
        if (line.Fate is Fate.Kept) kept++;
    }

    /// <summary>What keeps the whole file out.</summary>
    public ReadQuestionnaire Stop(string where, string why) => new(format, null, [.. Lines.Where(l => l.Fate is not Fate.Kept), new(Fate.Refused, Short(where), "fichier", why)]);

    static string Short(string text) => text.Length > 120 ? text[..120] + "…" : text;
}

/// <summary>Keeps a whole file out: said with its place.</summary>
sealed class UnreadableFile(string where, string why) : Exception(why)
{
    public string Where => where;
}
