using System.Globalization;
using Croisee.Surveys.Content;
using Croisee.Surveys.Disclosure;

namespace Croisee.Surveys.Results;

/// <summary>
/// Published tables as rows of codes and numbers, to be read by a program: the same for every reader, one share on each row. A size is a band and a share is rounded, here as on the page (R1, R6);
/// what is hidden has a row that says why. The codebook beside them says what each code means.
/// </summary>
sealed class ResultRows(Survey survey, QuestionnaireContent content)
{
    public static readonly string[] Head =
        ["enquete", "revision", "jour", "niveau", "lieu", "question", "decoupage", "groupe", "reponse", "n_min", "n_max", "sorte", "pourcentage", "pas", "pourcentage_min", "pourcentage_max", "remarque"];

    public static readonly string[] CodesHead = ["question", "code", "texte", "facile"];

    /// <summary>Answers that are no answer of the questionnaire.</summary>
    const string Favourable = "favorables", Rate = "taux_de_reponse", Aside = "mises_a_part";

    const string RateUnknown = "Non connu : on ne sait pas combien de personnes pouvaient répondre.", RateNotShown = "Non publié.";

    /// <summary>A spreadsheet may count with it.</summary>
    public static bool IsNumber(int column) => Head[column] is "revision" or "n_min" or "n_max" or "pourcentage" or "pas" or "pourcentage_min" or "pourcentage_max";

    /// <param name="declared">Somebody said how many may answer: a rate that is missing is not unknown for that.</param>
    public IEnumerable<string[]> Of(string level, string place, PublishedFigures figures, bool declared)
    {
        var tables = figures.Read();
        var lines = new ResultLines(content, survey.OpensOn.Year, tables, easy: false);
        if (lines.Everybody is { Figures: { } all } everybody)
        {
            yield return Row(everybody, "", all.Answers);
            // Always beside the results (CMP-R6), also where nobody declared how many persons there are.
            yield return everybody.Rate is { } rate ? Row(everybody, Rate, all.Answers, low: rate.Low, high: rate.High, remark: rate.AskForPrudence ? "À interpréter avec prudence." : "") : Row(everybody, Rate, all.Answers, remark: declared ? RateNotShown : RateUnknown);
        }
        if (figures.Aside > 0) yield return Row(null, Aside, SizeBand.Of(figures.Aside));
        foreach (var field in SurveyPlan.Shown(content))
            foreach (var table in Told(tables, field))
            {
                if (table.Figures is not { } shown) { yield return Row(table, "", null, remark: ResultLines.Why(table)); continue; }
                foreach (var (option, share) in lines.Counted(field).Zip(shown.Shares)) yield return Row(table, option.Code, shown.Answers, share);
                if (shown.Favourable is { } good) yield return Row(table, Favourable, shown.Answers, good, shown.Interval?.Low, shown.Interval?.High);
            }

        foreach (var (code, _, why) in lines.WithoutFigures()) yield return Row(null, "", null, remark: why, question: code);

        string[] Row(PublishedTable? table, string answer, SizeBand? size, ShownShare? share = null, int? low = null, int? high = null, string remark = "", string question = "") =>
        [
            survey.Reference, Text(survey.RevisionNumber), figures.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), level, place,
            table?.Question ?? question, table?.Cut ?? "", table?.Value ?? "", answer, Text(size?.Low), Text(size?.High),
            share?.Kind switch { null => "", ShareKind.AtMost => "au_plus", ShareKind.AtLeast => "au_moins", _ => "arrondi" }, Text(share?.Percent), Text(share?.Step), Text(low), Text(high), remark,
        ];
    }

    /// <summary>As the page does: of a cut of which nothing is shown one row says so, and none does where the question itself is hidden.</summary>
    static IEnumerable<PublishedTable> Told(IReadOnlyList<PublishedTable> tables, AnswerField field)
    {
        var own = tables.Where(t => t.Question == field.Code).ToList();
        var isShown = own.Exists(t => t is { Cut: null, Figures: not null });
        foreach (var whole in own.Where(t => t.Cut is null)) yield return whole;
        foreach (var cut in own.Where(t => t.Cut is not null).GroupBy(t => t.Cut))
            if (cut.Any(t => t.Figures is not null)) foreach (var table in cut) yield return table;
            else if (isShown) yield return cut.First() with { Value = null, Why = cut.All(t => t.Why == cut.First().Why) ? cut.First().Why : WhyNotShown.TooFew };
    }

    /// <summary>What each code of the rows says.</summary>
    public IEnumerable<string[]> Codes()
    {
        var lines = new ResultLines(content, survey.OpensOn.Year, [], easy: false);
        foreach (var field in content.Fields)
        {
            yield return [field.Code, "", field.Text.Text, field.Text.Easy ?? ""];
            foreach (var option in lines.Options(field)) yield return [field.Code, option.Code, option.Text.Text, option.Text.Easy ?? ""];
            if (lines.Options(field).Where(o => lines.IsFavourable(field, o)).ToList() is { Count: > 0 } good) yield return [field.Code, Favourable, string.Join(", ", good.Select(o => o.Text.Text)), ""];
        }
        yield return [SurveyPlan.How, "", $"Selon la manière de répondre. {ResultLines.HowUnsaid}", ""];
        foreach (var way in ResultLines.Ways) yield return [SurveyPlan.How, way, lines.ValueOf(SurveyPlan.How, way), ""];
        yield return ["", Rate, "Personnes qui ont répondu, sur celles qui le pouvaient : entre deux pourcentages", ""];
        yield return ["", Aside, "Réponses mises à part, non comptées", ""];
        if (content.Credit is { } credit) yield return ["", "", credit.Said, ""];
    }

    static string Text(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}
