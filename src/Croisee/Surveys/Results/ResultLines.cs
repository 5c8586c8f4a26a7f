using System.Globalization;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Surveys.Disclosure;
using Croisee.Words;

namespace Croisee.Surveys.Results;

/// <summary>One answer with its share, as a reader sees it.</summary>
/// <param name="Length">Of its bar, 0 to 100; a bound is drawn to its limit.</param>
public sealed record ResultBar(string Label, string Share, double Length, bool Favourable, string? Picture);

/// <summary>One table: its bars, or the sentence that says why there are none. Never an empty hole.</summary>
public sealed record ResultTable(string Heading, string? Size, IReadOnlyList<ResultBar> Bars, string? Favourable, string? Why, string Easy)
{
    /// <summary>Who said nothing of the subject, out of all who answered: apart from the shares above, which are among those with an opinion (SCL-R1). Null where it is not published.</summary>
    public ResultApart? Apart { get; init; }
}

/// <summary>« Je ne sais pas », « je ne veux pas répondre » and how many answered in all; or why they are not shown.</summary>
/// <param name="Tenths">Of ten persons, how many gave no opinion; 0 also when it is only known to be few.</param>
public sealed record ResultApart(string? Size, IReadOnlyList<ResultBar> Bars, string? Why, int Tenths);

/// <summary>One question with its table for everybody, and its tables by the way of answering and by what describes the person.</summary>
public sealed record ResultQuestion(string Code, string Text, ResultTable All, IReadOnlyList<(string Name, IReadOnlyList<ResultTable> Tables)> Cuts);

/// <summary>Puts published tables into the words of a questionnaire. It reads what was published and counts nothing (R1).</summary>
public sealed class ResultLines(QuestionnaireContent content, IReadOnlyList<PublishedTable> tables, bool easy)
{
    public const string TooFew = "Non affiché (effectif trop petit)";
    readonly Reader reader = new(easy);

    public ResultLines Easily() => new(content, tables, easy: true);

    /// <summary>How many answered at all.</summary>
    public PublishedTable? Everybody => tables.FirstOrDefault(t => t.Question is null && t.Cut is null);

    public IEnumerable<ResultQuestion> Questions =>
        content.Fields.Where(f => f.Question.Kind.IsClosed() && !f.Question.Describes).Select(f => new ResultQuestion(f.Code, f.Text.For(reader), Table(f, easy ? "Tout le monde" : "Tous", null, null), Cuts(f)));

    List<(string, IReadOnlyList<ResultTable>)> Cuts(AnswerField field)
    {
        var cuts = new List<(string, IReadOnlyList<ResultTable>)>();
        foreach (var cut in tables.Where(t => t.Question == field.Code && t.Cut is not null).GroupBy(t => t.Cut!))
            if (cut.Any(t => t.Figures is not null)) cuts.Add((NameOf(cut.Key), [.. cut.Select(t => Table(field, ValueOf(cut.Key, t.Value!), cut.Key, t.Value))]));
        return cuts;
    }

    string NameOf(string cut) => cut == SurveyPlan.How ? "Selon la manière de répondre" : content.Find(cut)?.Text.For(reader) ?? cut;

    string ValueOf(string cut, string value) => cut == SurveyPlan.How
        ? value switch { SurveyPlan.Alone => "A répondu seul", SurveyPlan.Helped => "A été aidé pour répondre", SurveyPlan.InPlace => "Quelqu’un a répondu à sa place", _ => "A répondu en groupe" }
        : Options(content.Fields.First(f => f.Code == cut)).FirstOrDefault(o => o.Code == value)?.Text.For(reader) ?? value;

    static IReadOnlyList<AnswerOption> Options(AnswerField field) => new AskedField(field, default, null, []).Options;

    ResultTable Table(AnswerField field, string heading, string? cut, string? value)
    {
        var table = tables.FirstOrDefault(t => t.Question == field.Code && t.Cut == cut && t.Value == value);
        if (table?.Figures is not { } figures) return new(heading, null, [], null, Why(table), Why(table));
        var good = field.Question.Kind.HasScale() ? Scales.Of(field.Question.Scale!).Favourable : [];
        var options = Options(field).Where(o => !o.Silent).ToList();
        var bars = options.Zip(figures.Shares, (o, s) => new ResultBar(o.Text.For(reader), easy ? OutOfTen(s) : Said(s), (double)s.Percent, good.Contains(o.Code), o.Text.Picture is { Length: > 0 } picture ? picture : null)).ToList();
        var apart = cut is null ? Apart(field) : null;
        return new(heading, SizeOf(figures.Answers), bars, easy ? null : Favourable(figures), null, Easy(options, figures, apart)) { Apart = apart };
    }

    ResultApart? Apart(AnswerField field)
    {
        if (tables.FirstOrDefault(t => t.Question == SurveyPlan.SilenceOf(field.Code) && t.Cut is null) is not { } table) return null;
        if (table.Figures is not { } figures) return new(null, [], Why(table), 0);
        var silent = Options(field).Where(o => o.Silent).ToDictionary(o => o.Code);
        // Zip: the first share is of those who have an opinion.
        return new(SizeOf(figures.Answers), [.. SurveyPlan.SilentOf(field.Question).Zip(figures.Shares.Skip(1), (code, s) => new ResultBar(silent[code].Text.For(reader), easy ? s.Kind is ShareKind.AtMost ? "peu de personnes" : OutOfTen(s) : Said(s), s.Kind is ShareKind.About ? (double)s.Percent : 0, false, null))], null, figures.Shares[0].Kind is ShareKind.AtLeast ? 0 : 10 - Tenths(figures.Shares[0]));
    }

    static string Why(PublishedTable? table) => table?.Why switch
    {
        WhyNotShown.TooFewEstablishments => "Non affiché (trop peu de lieux)",
        WhyNotShown.WouldTell => "Non affiché (on pourrait deviner des réponses)",
        _ => TooFew,
    };

    public static string SizeOf(SizeBand band) => $"de {band.Low.ToString("N0", Localizer.French)} à {band.High.ToString("N0", Localizer.French)} réponses";

    public static string Said(ShownShare share) => (share.Kind switch { ShareKind.AtMost => "au plus ", ShareKind.AtLeast => "au moins ", _ => share.Step > 1 ? "environ " : "" }) + share.Percent.ToString("0.#", Localizer.French) + " %";

    /// <summary>No percentage in easy-read (domain 9.1): persons out of ten.</summary>
    static string OutOfTen(ShownShare share) => Tenths(share) switch { 0 => "presque personne", 10 => "presque tout le monde", var n => $"{n} sur 10" };

    static int Tenths(ShownShare share) => (int)Math.Round(share.Percent / 10, MidpointRounding.AwayFromZero);

    static string? Favourable(ShownFigures figures) => figures.Favourable is { } share
        ? $"Réponses favorables : {Said(share)}" + (figures.Interval is { } range ? $" (entre {range.Low.ToString(CultureInfo.InvariantCulture)} et {range.High.ToString(CultureInfo.InvariantCulture)} %, avec 95 chances sur 100)" : "")
        : null;

    /// <summary>The answer given most, in a sentence; where many gave no opinion it says among whom, so that the two numbers are not added up.</summary>
    string Easy(List<AnswerOption> options, ShownFigures figures, ResultApart? apart)
    {
        var (option, share) = options.Zip(figures.Shares).MaxBy(p => p.Second.Percent);
        var persons = Tenths(share) switch { 10 => "Presque tout le monde a répondu", <= 1 => "Les réponses sont très différentes. Un peu plus de personnes ont répondu", var n => $"{n} personnes sur 10 ont répondu" };
        if (apart is null or { Tenths: <= 0 }) return $"{persons} : « {option.Text.For(reader)} ».";
        var among = Tenths(share) switch { 10 => "Parmi les personnes qui donnent un avis, presque toutes ont répondu", <= 1 => persons, var n => $"Parmi les personnes qui donnent un avis, {n} sur 10 ont répondu" };
        var silent = string.Join(" ou ", apart.Bars.Select(b => $"« {b.Label} »"));
        return $"{among} : « {option.Text.For(reader)} ». {(apart.Tenths == 1 ? "1 personne sur 10 a" : $"{apart.Tenths} personnes sur 10 ont")} répondu : {silent}.";
    }
}
