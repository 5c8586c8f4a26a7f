namespace Croisee.Bench.Workloads;

/// <summary>The workloads by name, in the order in which they run.</summary>
public static class Catalogue
{
    public static readonly PublicPage Sheet = new("page-sheet", "la fiche publique d’une expérience, 8 lecteurs", "/repertoire", "/experiences/");

    public static readonly IReadOnlyList<IWorkload> All =
    [
        Sheet,
        new PublicPage("page-call", "la page publique d’un appel, 8 lecteurs", "/appels", "/appels/"),
        new DepositStep(),
        new Submit("submit-c8", Stage.Crowd, rateBar: 0.20, p99Bar: null),
        new Submit("submit-c1", 1, rateBar: 0.15, p99Bar: 5),
        new Submit("submit-slow-disk", 64, rateBar: 0.30, p99Bar: null, delayMs: 5),
        new SubmitPostgres(),
        new SurveyRead(),
        new SurveyStatistics(),
        new Search("search-50k", 50_000, 150, p99Bar: 25, times: 6),
        new StartUp(),
        new Memory(),
        new Search("search-200k", 200_000, 150, p99Bar: 25, times: 6),
        new Search("search-200k-postgres", 200_000, 150, p99Bar: 50, times: 6, onPostgres: true),
        new Search("search-1m", 1_000_000, 60, p99Bar: 50, times: 10),
        new Export("export-100k", 100_000),
        new Export("export-300k", 300_000),
        new Export("export-1m", 1_000_000),
        new AnswerExport("export-answers-100k", 100_000),
        new AnswerExport("export-answers-1m", 1_000_000),
        new SurveyMemory(),
        new Import(),
        new Facets("facets-200k", 200_000),
        new SurveyDisclosure(),
        new Calibration(),
    ];

    /// <summary>What runs when no name is given: everything but the bench's look at itself and what takes minutes to fill.</summary>
    public static IEnumerable<IWorkload> Default => All.Where(w => w is not (Calibration or Export or AnswerExport or SurveyMemory or SubmitPostgres or Import or SurveyDisclosure) && w.Name is not ("search-200k" or "search-200k-postgres" or "search-1m" or "facets-200k"));
}
