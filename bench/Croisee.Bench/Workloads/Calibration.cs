using Croisee.Bench.Ceiling;
using Croisee.Bench.Measure;

namespace Croisee.Bench.Workloads;

/// <summary>
/// The bench measured by itself: two ceilings against each other. The ratio must be near 100 %; how far it is away is
/// the error of every other line on this machine today.
/// </summary>
public sealed class Calibration : IWorkload
{
    public string Name => "calibration";

    public string About => "deux plafonds l’un contre l’autre : l’erreur du banc lui-même (page de lignes, puis dépôt)";

    public IEnumerable<Result> Run(Stage stage)
    {
        var (one, other) = (stage.Folder(), stage.Folder());
        using var first = Stage.StartCeiling(one, 0);
        using var second = Stage.StartCeiling(other, 0);
        var interleaved = new Interleaved(stage.Pace, stage.Log);

        var pages = interleaved.Run(new Side("premier", first, PublicPage.CeilingCrowd(first.Port)), new Side("second", second, PublicPage.CeilingCrowd(second.Port)));
        yield return Result.Of("calibration-page", pages, correct: true, null, []);

        var (a, b) = (SurveyVisitor.Crowd(Stage.Crowd, first.Port, newEachTime: true), SurveyVisitor.Crowd(Stage.Crowd, second.Port, newEachTime: true));
        var submissions = interleaved.Run(new Side("premier", first, a), new Side("second", second, b));
        var (acknowledged, stored) = (a.Concat(b).Sum(v => v.Acknowledged), Rows(one) + Rows(other));
        yield return Result.Of("calibration-submit", submissions, acknowledged == stored, null, [$"{acknowledged:n0} dépôts confirmés, {stored:n0} lignes en base"]);
    }

    private static long Rows(string folder) => SurveyVisitor.RowsStored(Path.Combine(folder, BareProgram.DatabaseName));
}
