using System.Globalization;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Surveys.Disclosure;
using Croisee.Words;

namespace Croisee.Surveys.Results;

/// <summary>One answer with its share, as a reader sees it.</summary>
/// <param name="Code">Of the answer: its words may be corrected from one measure to the next, its code stays.</param>
/// <param name="Length">Of its bar, 0 to 100; a bound is drawn to its limit.</param>
/// <param name="Favourable">Counted as favourable: said in a word beside it, never by its colour alone (SCL-R3). Easy words do not use it.</param>
/// <param name="IsMost">Given most, as far as what is shown can tell: several are, where their shares are shown alike.</param>
public sealed record ResultBar(string Code, string Label, string Share, double Length, bool Favourable, string? Picture, bool IsMost);

/// <summary>One table: its bars, or the sentence that says why there are none. Never an empty hole.</summary>
/// <param name="Apart">How many gave an opinion here among all who answered, where the two differ (SCL-R1): « je ne sais pas » is out of the shares, and must not be out of sight.</param>
public sealed record ResultTable(string Heading, string? Size, IReadOnlyList<ResultBar> Bars, string? Favourable, string? Why, string Easy, string? Apart = null);

/// <summary>One question with its table for everybody, and its tables by the way of answering and by what describes the person.</summary>
public sealed record ResultQuestion(string Code, string Text, ResultTable All, IReadOnlyList<(string Name, IReadOnlyList<ResultTable> Tables)> Cuts);

/// <summary>Puts published tables into the words of a questionnaire. It reads what was published and counts nothing (R1).</summary>
/// <param name="year">In which the survey opens: dates are told by classes of years.</param>
public sealed class ResultLines(QuestionnaireContent content, int year, IReadOnlyList<PublishedTable> tables, bool easy)
{
    public const string TooFew = "Non affiché (effectif trop petit)";
    readonly Reader reader = new(easy);

    public ResultLines Easily() => new(content, year, tables, easy: true);

    /// <summary>The same figures in usual words, whatever the reader's own mode.</summary>
    public ResultLines Plainly() => new(content, year, tables, easy: false);

    /// <summary>How many answered at all.</summary>
    public PublishedTable? Everybody => tables.FirstOrDefault(t => t.Question is null && t.Cut is null);

    public IEnumerable<ResultQuestion> Questions =>
        SurveyPlan.Shown(content).Select(f => new ResultQuestion(f.Code, f.Text.For(reader) + (f.Question.Kind is QuestionKind.Ranking ? easy ? " Ce que les personnes mettent en premier :" : " (ce que chacun a mis en premier)" : ""), Table(f, easy ? "Tout le monde" : "Tous", null, null), Cuts(f)));

    /// <summary>Questions that have no figures, and why: none is missing without a word. Of texts nothing more is said here, not even whether there are some (R4).</summary>
    public IEnumerable<(string Code, string Text, string Why)> WithoutFigures()
    {
        var cuts = SurveyPlan.Cuts(content).Select(q => q.Code).ToHashSet(StringComparer.Ordinal);
        return content.Fields.Except(SurveyPlan.Shown(content)).Select(f => (f.Code, f.Text.For(reader), f.Question.Kind.IsText() ? TextsApart : easy ? DescribingEasily : cuts.Contains(f.Code) ? Cutting : Describing));
    }

    public const string TextsApart = "Question à réponse écrite : ses phrases sont montrées à part, une fois relues.",
        Cutting = "Cette question sert à comparer des groupes. Ses réponses ne sont pas montrées seules : on pourrait deviner celles de quelqu’un.",
        Describing = "Cette question décrit la personne. Ses réponses ne sont pas montrées : on pourrait reconnaître quelqu’un.";
    const string DescribingEasily = "On ne montre pas ces réponses. On pourrait reconnaître quelqu’un.";

    List<(string, IReadOnlyList<ResultTable>)> Cuts(AnswerField field)
    {
        var (cuts, isShown) = (new List<(string, IReadOnlyList<ResultTable>)>(), tables.Any(t => t.Question == field.Code && t.Cut is null && t.Figures is not null));
        foreach (var cut in tables.Where(t => t.Question == field.Code && t.Cut is not null).GroupBy(t => t.Cut!))
            if (cut.Any(t => t.Figures is not null)) cuts.Add((NameOf(cut.Key), [.. cut.Select(t => Table(field, ValueOf(cut.Key, t.Value!), cut.Key, t.Value))]));
            // Nothing of it can be shown: one line says so, unless the question's own says it already.
            else if (isShown) cuts.Add((NameOf(cut.Key), [Hidden("Tous les groupes", cut.All(t => t.Why == cut.First().Why) ? cut.First() : null)]));
        return cuts;
    }

    /// <summary>Who did not say how they answered is in none of the groups, and nothing else would tell that they are missing.</summary>
    public const string HowUnsaid = "Les autres n’ont pas dit comment ils ont répondu : ils sont dans l’ensemble, et dans aucun de ces groupes.";

    public static bool IsHow(string name) => name == How;

    const string How = "Selon la manière de répondre";

    string NameOf(string cut) => cut == SurveyPlan.How ? How : content.Find(cut)?.Text.For(reader) ?? cut;

    public bool IsFavourable(AnswerField field, AnswerOption option) => field.Question.Kind.HasScale() && Scales.Of(field.Question.Scale!).Favourable.Contains(option.Code);

    public static readonly IReadOnlyList<string> Ways = [SurveyPlan.Alone, SurveyPlan.Helped, SurveyPlan.InPlace, SurveyPlan.Together];

    public string ValueOf(string cut, string value) => cut == SurveyPlan.How
        ? value switch { SurveyPlan.Alone => "A répondu seul", SurveyPlan.Helped => "A été aidé pour répondre", SurveyPlan.InPlace => "Quelqu’un a répondu à sa place", _ => "A répondu en groupe" }
        : Options(content.Fields.First(f => f.Code == cut)).FirstOrDefault(o => o.Code == value)?.Text.For(reader) ?? value;

    /// <summary>In the order in which answers are counted: a person may see them mixed, a share stands at the place of its answer.</summary>
    public IReadOnlyList<AnswerOption> Options(AnswerField field) => CountedClasses.Counts(field.Question.Kind)
        ? [.. CountedClasses.Of(field.Question, year).Select(c => new AnswerOption(c.Code, new Wording(c.Label)))] : new AskedField(field with { Question = field.Question with { Shuffled = false } }, default, null, []).Kept;

    /// <summary>Those that have a share, in its order.</summary>
    public IReadOnlyList<AnswerOption> Counted(AnswerField field) => [.. Options(field).Where(o => !o.Silent)];

    ResultTable Table(AnswerField field, string heading, string? cut, string? value)
    {
        var table = tables.FirstOrDefault(t => t.Question == field.Code && t.Cut == cut && t.Value == value);
        if (table?.Figures is not { } figures) return Hidden(heading, table);
        var good = field.Question.Kind.HasScale() ? Scales.Of(field.Question.Scale!).Favourable : [];
        var options = Counted(field).ToList();
        var tenths = Tenths(figures.Shares, field.Question.Kind is QuestionKind.Multiple);
        var top = Top(figures.Shares);
        var bars = options.Take(figures.Shares.Count).Select((o, i) => Bar(o, figures.Shares[i], tenths[i], top.Contains(i))).ToList();
        ResultBar Bar(AnswerOption o, ShownShare s, int tenth, bool most) => new(o.Code, o.Text.For(reader), easy ? OutOfTen(tenth) : Said(s), (double)s.Percent, !easy && good.Contains(o.Code), o.Text.Picture is { Length: > 0 } picture ? picture : null, most);
        // Two sizes that are both published: said together they tell nothing new, which no share of silences would (docs/decisions/0110).
        var silent = cut is null && Everybody?.Figures is { } all && all.Answers.Low > figures.Answers.High ? all.Answers : (SizeBand?)null;
        var apart = silent is { } everybody ? Apart(field, figures.Answers, everybody) : null;
        // Published when more answers counted as favourable, its sum is not what it would be said to be: of one answer, the sum is its own share.
        var isOlder = options.FindIndex(o => good.Contains(o.Code)) is >= 0 and var only && good.Count == 1 && only < figures.Shares.Count && figures.Favourable != figures.Shares[only];
        return new(heading, SizeOf(figures.Answers), bars, easy || isOlder ? null : Favourable(figures, [.. options.Where(o => good.Contains(o.Code)).Select(o => $"« {o.Text.For(reader)} »")]), null, Easy(options, top, tenths, among: apart is not null), apart);
    }

    string Apart(AnswerField field, SizeBand opinions, SizeBand all)
    {
        var asked = field.Question.ShownIf is null && content.Sections.First(p => p.Questions.Contains(field.Question)).ShownIf is null;
        var concerned = !Options(field).Any(o => o.Silent && o.Text.Text.Contains("concern", StringComparison.OrdinalIgnoreCase));
        return easy ? $"Les autres n’ont pas donné d’avis{(concerned ? "" : ", ou ne sont pas concernés")}{(asked ? "" : ", ou la question n’était pas pour eux")}."
            : $"Ont donné un avis : {SizeOf(opinions)}, sur {all.Low.ToString("N0", Localizer.French)} à {all.High.ToString("N0", Localizer.French)} personnes. Les autres ont répondu « je ne sais pas »{(concerned ? "" : ", « non concerné »")} ou « je ne veux pas répondre », ou ont passé{(asked ? "" : ", ou n’avaient pas à répondre")}.";
    }

    static ResultTable Hidden(string heading, PublishedTable? table) => new(heading, null, [], null, Why(table), Why(table));

    public static string Why(PublishedTable? table) => table?.Why switch
    {
        WhyNotShown.TooFewEstablishments => "Non affiché (trop peu de lieux)",
        WhyNotShown.WouldTell => "Non affiché (on pourrait deviner des réponses)",
        _ => TooFew,
    };

    public static string SizeOf(SizeBand band) => $"de {band.Low.ToString("N0", Localizer.French)} à {band.High.ToString("N0", Localizer.French)} réponses";

    public static string Said(ShownShare share) => (share.Kind switch { ShareKind.AtMost => "au plus ", ShareKind.AtLeast => "au moins ", _ => share.Step > 1 ? "environ " : "" }) + share.Percent.ToString("0.#", Localizer.French) + " %";

    /// <summary>The rate of answers, always (CMP-R6): in easy words, persons out of ten.</summary>
    public string RateSaid(bool declared) => (Everybody?.Rate, easy) switch
    {
        ({ } rate, true) => RateInTenths(rate) + (rate.AskForPrudence ? " Les autres pensent peut-être autre chose." : ""),
        ({ } rate, false) => $"Entre {rate.Low} et {rate.High} % des personnes concernées ont répondu." + (rate.AskForPrudence ? " À interpréter avec prudence." : ""),
        (null, true) => declared ? "" : "On ne sait pas combien de personnes pouvaient répondre.",
        (null, false) => declared ? "" : "Le nombre de personnes qui pouvaient répondre n’est pas connu : le taux de réponse non plus.",
    };

    static string RateInTenths(ResponseRate rate) => (int)Math.Round((rate.Low + rate.High) / 20m, MidpointRounding.AwayFromZero) switch
        {
            0 => "Peu de personnes ont répondu.",
            10 => "Presque toutes les personnes ont répondu.",
            var n => $"Environ {n} personnes sur 10 ont répondu.",
        };

    /// <summary>No percentage in easy-read (domain 9.1): persons out of ten.</summary>
    static string OutOfTen(int tenths) => tenths switch { 0 => "presque personne", 10 => "presque tout le monde", var n => $"{n} sur 10" };

    /// <summary>
    /// Persons out of ten, never more than ten in all where each chose one answer: what is lost by rounding down goes to the largest remainders. A bound is no number: « presque personne », « presque tout le monde » (R7).
    /// </summary>
    static IReadOnlyList<int> Tenths(IReadOnlyList<ShownShare> shares, bool several)
    {
        const decimal Slack = 6;
        var tenths = shares.Select(s => s.Kind switch { ShareKind.AtMost => 0, ShareKind.AtLeast => 10, _ => several ? (int)Math.Round(s.Percent / 10, MidpointRounding.AwayFromZero) : (int)(s.Percent / 10) }).ToArray();
        if (several) return tenths;
        var told = Enumerable.Range(0, shares.Count).Where(i => shares[i].Kind is not (ShareKind.AtMost or ShareKind.AtLeast)).ToList();
        var sum = told.Sum(i => shares[i].Percent);
        var whole = Math.Abs(sum - 100) <= Slack ? 10 : Math.Min(10, (int)Math.Round(sum / 10, MidpointRounding.AwayFromZero));
        foreach (var at in told.OrderByDescending(i => shares[i].Percent / 10 - tenths[i]).ThenByDescending(i => shares[i].Percent).Take(Math.Max(0, whole - told.Sum(i => tenths[i])))) tenths[at]++;
        return tenths;
    }

    /// <param name="named">Which answers those are: nobody should have to guess it (SCL-R4).</param>
    static string? Favourable(ShownFigures figures, IReadOnlyList<string> named) => figures.Favourable is { } share
        ? $"Réponses favorables ({string.Join(", ", named)}) : {Said(share)}" + (figures.Interval is { } range ? $" (entre {range.Low.ToString(CultureInfo.InvariantCulture)} et {range.High.ToString(CultureInfo.InvariantCulture)} %, avec 95 chances sur 100)" : "")
        : null;

    /// <summary>Which answers were given most, as far as what is shown can tell; none where every share is « at most ».</summary>
    static List<int> Top(IReadOnlyList<ShownShare> shares)
    {
        var told = shares.Index().Where(s => s.Item.Kind is not ShareKind.AtMost).ToList();
        return told.Count == 0 ? [] : [.. told.Where(s => s.Item.Percent == told.Max(t => t.Item.Percent)).Select(s => s.Index)];
    }

    /// <summary>The answers given most, in sentences: all of them where several are shown alike, for a wall must not make a winner of a tie. Where some gave no opinion it says among whom.</summary>
    string Easy(List<AnswerOption> options, List<int> top, IReadOnlyList<int> tenths, bool among)
    {
        const string Different = "Les réponses sont très différentes.";
        if (top.Count == 0) return Different;
        // What rounding gives to one of several that are shown alike makes no difference between them.
        var tenth = top.Min(i => tenths[i]);
        var said = top.ConvertAll(i => $"« {options[i].Text.For(reader)} »");
        if (tenth <= 1 && said.Count > 1) return $"{Different} Les plus données : {string.Join(", ", said[..^1])} et {said[^1]}.";
        var persons = tenth switch { 10 => "Presque tout le monde a répondu", <= 1 => $"{Different} Un peu plus de personnes ont répondu", var n => $"{n} personnes sur 10 ont répondu" };
        if (among) persons = tenth switch { 10 => "Parmi les personnes qui donnent un avis, presque toutes ont répondu", <= 1 => persons, var n => $"Parmi les personnes qui donnent un avis, {n} sur 10 ont répondu" };
        return string.Join(' ', said.Skip(1).Select(s => $"Environ autant de personnes ont répondu : {s}.").Prepend($"{persons} : {said[0]}."));
    }
}
