using Croisee.Bench.Data;
using Croisee.Bench.Load;
using Croisee.Bench.Measure;

namespace Croisee.Bench.Workloads;

/// <summary>Resident memory of one server that lives: after a crowd has answered (P1), then after 100,000 sheets were published, read (P7) and taken as a file (P11) (quality.md D.6: P16).</summary>
public sealed class SurveyMemory : IWorkload
{
    private const int Sheets = 100_000;
    private const double AnsweredBarMb = 250, ReadBarMb = 350;

    public string Name => "memory-surveys";

    public string About => "mémoire résidente après une foule qui répond, puis après 100 000 feuilles publiées, lues et prises en fichier (en Mo)";

    public IEnumerable<Result> Run(Stage stage)
    {
        var data = stage.SeededCopy();
        var (answered, read) = (AskedSurvey.Open(stage, data), AskedSurvey.Open(stage, data));
        ManyAnswers.Fill(data, read, Sheets, counted: false, ManyAnswers.Whole);
        var reference = AnalystVisitor.Declare(data, read);
        using var product = stage.StartProduct(data);
        SurveyStatistics.WaitForFigures(product.Port, read);
        var published = product.ResidentMb;
        var answers = Load(stage, product, AnswerVisitor.Crowd(Stage.Crowd, product.Port, answered));
        yield return Of("memory-answered", product.ResidentMb, AnsweredBarMb, answers, $"après {answers.Operations:n0} envois de {Stage.Crowd} visiteurs ; {published:n0} Mo juste après la publication de {Sheets:n0} feuilles, qui précède ici");

        var pages = Load(stage, product, [.. Enumerable.Range(0, Stage.Crowd).Select(i => new StatisticsVisitor(product.Port, read, i))]);
        using var analyst = new AnalystVisitor(product, reference).Enter();
        var lines = Enumerable.Range(0, 3).Select(_ => analyst.TakeAnswers().Lines).Distinct().ToList();
        yield return Of("memory-read", product.ResidentMb, ReadBarMb, pages, $"après {pages.Operations:n0} pages de résultats et 3 fichiers de {lines[0]:n0} lignes");
    }

    private static LoadFigures Load(Stage stage, ServerProcess server, IReadOnlyList<Visitor> crowd) => Window.Take(new Side("", server, crowd), [], stage.Pace.WarmUp, stage.Pace.Window).Load;

    private static Result Of(string name, double resident, double bar, LoadFigures load, string note) => new()
    {
        Workload = name, Unit = "Mo", Ours = resident, Correct = load is { Operations: > 0, Errors: 0, Wrong: 0 }, Bars = [Bar.AtMost("mémoire", resident, bar, "Mo")], Notes = [note],
    };
}
