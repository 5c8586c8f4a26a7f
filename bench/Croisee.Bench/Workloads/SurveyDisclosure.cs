using System.Diagnostics;
using System.Globalization;
using Croisee.Bench.Disclosure;
using Croisee.Bench.Measure;

namespace Croisee.Bench.Workloads;

/// <summary>
/// The door of survey results under attack: worlds drawn from printed seeds (--seed, --worlds), the rules on, then one rule off at a time;
/// and what one publication costs. Correct means that every condition of the goal holds, the teeth included.
/// </summary>
public sealed class SurveyDisclosure : IWorkload
{
    const double BatchBarMs = 100, TableBarMs = 1;

    public string Name => "disclosure";

    public string About => "la porte des résultats d’enquête : attaques sur des mondes tirés au sort (--seed, --worlds), règles ôtées une à une, coût d’une publication";

    public IEnumerable<Result> Run(Stage stage)
    {
        var (seed, worlds) = (stage.Pace.Seed, stage.Pace.Worlds);
        var cost = new PublicationCost(seed);
        var times = cost.Measure(stage.Pace.Pairs * 10);
        var clock = Stopwatch.StartNew();
        var verdict = new Simulation(seed, stage.Log).Run(worlds, Math.Max(20, worlds / 5));
        var batch = times.Batches.Median();
        yield return new Result
        {
            Workload = Name,
            Ours = 1000 / batch,
            P50Ms = batch,
            P99Ms = times.Batches.Max(),
            Correct = verdict.Holds,
            Breaches = verdict.Breaches.Count,
            RulesOffFound = verdict.FoundWithout.ToDictionary(f => f.Key, f => (double)f.Value / verdict.RunsWithout),
            Bars = [Bar.AtMost("publier un lot", batch, BatchBarMs, "ms"), Bar.AtMost("une table à la porte", times.TableMs, TableBarMs, "ms"), .. Conditions(verdict)],
            Notes = [.. Notes(verdict), $"{PublicationCost.Establishments} établissements × {PublicationCost.Questions} questions, {times.Tables} tables par lot ; attaques en {clock.Elapsed.TotalSeconds:0} s"],
        };
    }

    static IEnumerable<Bar> Conditions(SimulationVerdict verdict) =>
    [
        Bar.AtMost("brèches", verdict.Breaches.Count, 0, ""),
        Bar.AtMost($"avantage d’un jour connu {100 * verdict.Advantage.Mean:0.00} points, au plus {100 * verdict.Advantage.Upper:0.00} (95 %)", 100 * verdict.Advantage.Upper, 100 * SimulationVerdict.MostAdvantage, "points"),
        Bar.AtLeast($"réponses visibles pendant la campagne, {verdict.VisibleWhileOpen:p1}", verdict.VisibleWhileOpen, SimulationVerdict.LeastOpen),
        Bar.AtLeast($"réponses visibles à la clôture, {verdict.VisibleAtClosing:p1}", verdict.VisibleAtClosing, SimulationVerdict.LeastAtClosing),
        Bar.AtMost($"écart moyen à l’échelle de l’ensemble {verdict.NationalError:0.00}", verdict.NationalError, SimulationVerdict.MostError, "point"),
        new($"une règle ôtée est trouvée dans {SimulationVerdict.LeastFound:p0} des passages", verdict.Bites),
    ];

    static IEnumerable<string> Notes(SimulationVerdict verdict) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"graines {verdict.FirstSeed} à {verdict.FirstSeed + verdict.Worlds - 1} : {verdict.Worlds} mondes, {verdict.Answers} réponses, {verdict.Targets} cibles ({verdict.Unsolved} non résolues), {verdict.Guessed} personnes devinées"),
        $"règle ôtée, passages où une brèche est trouvée sur {verdict.RunsWithout} : {string.Join(", ", verdict.FoundWithout.Select(f => $"{f.Key} {f.Value}"))}",
        $"ce qu’un tableau dit de ceux qu’il compte, sans autre attaque : {100 * verdict.OwnPresence.Mean:0.0} points, au plus {100 * verdict.OwnPresence.Upper:0.0}",
        $"tous complices sauf une personne : sa réponse devient sûre dans {verdict.LastCertain} cas sur {verdict.LastTried}",
        .. verdict.Breaches.Take(5).Select(b => b.ToString()),
    ];
}
