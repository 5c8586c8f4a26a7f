using System.Globalization;
using Croisee.Bench.Acknowledged;
using Croisee.Bench.Ceiling;
using Croisee.Bench.Measure;
using Croisee.Bench.Workloads;

namespace Croisee.Bench;

/// <summary>Measures, unless the first word is one of the two servants: the bare program itself, or the killing.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = Report.French;
        try
        {
            return args.FirstOrDefault() switch
            {
                "ceiling" => await RunCeiling(new Arguments(args[1..])),
                "kill" => Kill(new Arguments(args[1..])),
                _ => Measure(new Arguments(args)),
            };
        }
        catch (BenchException refusal)
        {
            Console.Error.WriteLine(refusal.Message);
            return 2;
        }
    }

    private static async Task<int> RunCeiling(Arguments given)
    {
        given.Allow("--port", "--data", "--delay", "--acknowledge-early");
        var data = given.Text("--data") ?? throw new BenchException("ceiling : --data DOSSIER est attendu.");
        await BareProgram.RunAsync(given.Number("--port", 5090), data, TimeSpan.FromMilliseconds(given.Number("--delay", 0)), given.Has("--acknowledge-early"));
        return 0;
    }

    private static int Kill(Arguments given)
    {
        given.Allow("--kills", "--seed", "--delay", "--acknowledge-early", "--product", "--database", "--survey");
        var seed = given.Number("--seed", Environment.TickCount & 0xFFFF);
        var kills = given.Number("--kills", 50);
        var product = given.Text("--product");
        Console.Error.WriteLine($"{kills} arrêts brutaux {(product is null ? "du plafond" : "du produit")}, {Stage.Crowd} visiteurs, graine {seed}");
        using var stage = new Stage(Pace.Quick, product: null, Console.Error.WriteLine);
        string[] early = given.Has("--acknowledge-early") ? ["--acknowledge-early"] : [];
        IKillTarget target = product is not null && given.Has("--survey") ? new AnswerTarget(product, stage.Folder(), given.Text("--database")) : product is not null ? new ProductTarget(product, stage.Folder(), given.Text("--database")) : new CeilingTarget(stage.Folder(), ["--delay", $"{given.Number("--delay", 0)}", .. early]);
        var verdict = new KillRun(target, Stage.Crowd, kills, seed, Console.Error.WriteLine).Run(Path.Combine(stage.Folder(), "ledger.txt"));
        Console.WriteLine(verdict);
        return verdict.Passed ? 0 : 1;
    }

    private static int Measure(Arguments given)
    {
        given.Allow("--json", "--quick", "--strict", "--help", "--product", "--window", "--seed", "--worlds");
        if (given.Has("--help")) { Help(); return 0; }
        var unknown = given.Names.Except(Catalogue.All.Select(w => w.Name)).ToList();
        if (unknown.Count > 0) throw new BenchException($"Mesure inconnue : {string.Join(", ", unknown)}. Voir --help.");
        var pace = given.Has("--quick") ? Pace.Quick : Pace.Full;
        if (given.Has("--window")) pace = pace with { Window = TimeSpan.FromSeconds(Math.Clamp(given.Number("--window", 10), 1, 60)) };

        pace = pace with { Seed = given.Number("--seed", pace.Seed), Worlds = given.Number("--worlds", pace.Worlds) };

        var json = given.Has("--json");
        var results = new List<Result>();
        using var stage = new Stage(pace, given.Text("--product"), Console.Error.WriteLine);
        foreach (var workload in given.Names.Count == 0 ? Catalogue.Default : Catalogue.All.Where(w => given.Names.Contains(w.Name)))
        {
            stage.Log($"{workload.Name} : {workload.About}");
            foreach (var result in workload.Run(stage))
            {
                results.Add(result);
                if (json) Console.WriteLine(Report.Line(result));
            }
        }
        if (!json) Report.Table(results, Console.Out);
        // A missed bar is a figure to read; a wrong answer is a failure of the run.
        return results.TrueForAll(r => r.Correct && (!given.Has("--strict") || r.Bars.All(b => b.Held))) ? 0 : 1;
    }

    private static void Help()
    {
        Console.WriteLine("""
            bin/bench [MESURE…] [--json] [--quick] [--strict] [--window SECONDES] [--seed N] [--worlds N]
                mesure le produit et, en alternance dans le même passage, un programme nu qui tient le même service :
                c’est le rapport entre les deux qui compte, pas les chiffres absolus. Au moins trois fenêtres de 10 s
                chacun (2 s avec --quick), médianes ; --strict échoue aussi quand une barre est manquée.
            bin/bench kill [--kills 50] [--seed N] [--delay MS] [--acknowledge-early]
                tue le plafond pendant des dépôts et compte ce qui manque ; --acknowledge-early confirme trop tôt, exprès.
            bin/bench kill --product [--survey] [--kills 50] [--seed N] [--database CONNEXION]
                tue le produit pendant que huit personnes écrivent, sur SQLite ou sur une base PostgreSQL vide donnée.

            """);
        foreach (var workload in Catalogue.All) Console.WriteLine($"  {workload.Name,-22}{workload.About}");
    }
}
