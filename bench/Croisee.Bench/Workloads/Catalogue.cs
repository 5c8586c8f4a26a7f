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
        new Search(),
        new StartUp(),
        new Memory(),
        new Calibration(),
    ];

    /// <summary>What runs when no name is given: everything but the bench's look at itself.</summary>
    public static IEnumerable<IWorkload> Default => All.Where(w => w is not Calibration);
}
