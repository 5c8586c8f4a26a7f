using Croisee.Surveys.Disclosure;

namespace Croisee.Bench.Disclosure;

/// <summary>
/// Draws worlds, lives them through the real gate, attacks all that was published. Then takes one rule away at a time and demands that the same
/// attacks find something: a simulator that cannot fail proves nothing.
/// </summary>
public sealed class Simulation(int firstSeed, Action<string> log)
{
    static readonly RuleSwitch[] Rules = [RuleSwitch.R3, RuleSwitch.R4, RuleSwitch.R5, RuleSwitch.R6, RuleSwitch.R8];
    static readonly int[] BothCuts = [0, 1];
    const int PopulationsTried = 3;

    public SimulationVerdict Run(int worlds, int runsWithout)
    {
        int targets = 0, unsolved = 0, persons = 0, tried = 0, certain = 0;
        double open = 0, closed = 0;
        List<double> errors = [];
        List<Breach> breaches = [];
        var membership = new Membership(new Random(firstSeed));
        for (var seed = firstSeed; seed < firstSeed + worlds; seed++)
        {
            var campaign = new Campaign(new World(seed), RuleSwitch.None);
            foreach (var findings in Attacks(campaign)) 
            {
                (targets, unsolved) = (targets + findings.Targets, unsolved + findings.Unsolved);
                breaches.AddRange(findings.Breaches);
            }
            foreach (var book in campaign.Books) breaches.AddRange(Establishments.Run(campaign.World, book).Breaches);
            membership.Run(campaign);
            foreach (var book in campaign.Books)
            {
                var last = Collusion.Run(book, new Random(seed));
                (tried, certain) = (tried + last.Tried, certain + last.Certain);
            }
            // Answers weigh, not worlds: the share of all answers that can be read.
            var size = campaign.World.People.Count;
            (persons, open, closed) = (persons + size, open + (size * campaign.VisibleWhileOpen), closed + (size * campaign.VisibleAtClosing));
            errors.AddRange(NationalErrors(campaign));
            if ((seed - firstSeed + 1) % 20 == 0) log($"{seed - firstSeed + 1} mondes, {targets} cibles, {breaches.Count} brèches");
        }
        foreach (var breach in breaches.Take(10)) log(breach.ToString());
        return new(firstSeed, worlds, persons, targets, unsolved, breaches, membership.Advantage(), membership.Persons, Membership.Mean(membership.OwnPresence), open / persons, closed / persons,
            errors.Count == 0 ? 0 : errors.Average(), tried, certain, runsWithout, FoundWithout(runsWithout));
    }

    /// <summary>Not in worlds of small places only: of a whole that is cut once, at its end, R5 has seldom anything to refuse.</summary>
    Dictionary<string, int> FoundWithout(int runs)
    {
        List<int> seeds = [.. Enumerable.Range(firstSeed, 2 * runs).Where(seed => World.ShapeOf(seed) is not Shape.Small).Take(runs)];
        var found = new Dictionary<string, int>();
        foreach (var rule in Rules)
        {
            var count = seeds.Count(seed => Attacks(new Campaign(new World(seed), rule)).Any(f => f.Breaches.Count > 0));
            found[rule.ToString()] = count;
            log($"sans {rule} : une brèche dans {count} passages sur {runs}");
        }
        return found;
    }

    /// <summary>The quick ones first, each only when asked for.</summary>
    internal static IEnumerable<Findings> Attacks(Campaign campaign)
    {
        var seed = campaign.World.Seed;
        var turn = campaign.Books[seed % campaign.Books.Count];
        int[] cut = [seed / campaign.Books.Count % World.Cuts.Count];
        foreach (var book in campaign.Books) yield return Exactness.Run(seed, book);
        foreach (var book in campaign.Books) yield return Elimination.Run(seed, book, BothCuts);
        foreach (var book in new[] { campaign.Books[0], turn }.Distinct()) yield return Subtraction.Run(seed, book, cut[0]);
        yield return Bounds.Run(seed, turn, cut, turn.Figures);
        foreach (var population in turn.Figures.Where(f => f.Cut is not null && f.Table.Population != "all").Select(f => f.Table.Population).Distinct().Take(PopulationsTried))
            yield return Bounds.Run(seed, turn, BothCuts, turn.Figures.Where(f => f.Table.Population == population));
    }

    /// <summary>Points between the share shown of the whole and that of all answers ever given.</summary>
    static IEnumerable<double> NationalErrors(Campaign campaign)
    {
        foreach (var table in campaign.Latest.Where(t => t is { Population: "all", Cut: null, Question: not null, Figures: not null }))
        {
            var book = campaign.Books.First(b => b.Question?.Code == table.Question);
            var answers = campaign.World.People.Where(book.Answered).Select(book.Chosen).ToList();
            foreach (var (choice, share) in table.Figures!.Shares.Index())
                if (share.Kind == ShareKind.About) yield return Math.Abs((double)share.Percent - (100.0 * answers.Count(a => a.Contains(choice)) / answers.Count));
        }
    }
}

/// <summary>What a simulation found. It passes only if everything the goal names holds.</summary>
/// <param name="Unsolved">Groups that the solver could not decide; none may remain.</param>
/// <param name="OwnPresence">What reading a published figure tells of somebody it counts, over somebody like him whom it does not: no rule promises it, it is told.</param>
/// <param name="LastCertain">Of <paramref name="LastTried"/> persons against whom all others colluded, those whose answer became certain.</param>
public sealed record SimulationVerdict(
    int FirstSeed, int Worlds, int Answers, int Targets, int Unsolved, IReadOnlyList<Breach> Breaches, (double Mean, double Upper) Advantage, int Guessed, (double Mean, double Upper) OwnPresence,
    double VisibleWhileOpen, double VisibleAtClosing, double NationalError, int LastTried, int LastCertain, int RunsWithout, IReadOnlyDictionary<string, int> FoundWithout)
{
    public const double MostAdvantage = 0.02, LeastOpen = 0.85, LeastAtClosing = 0.97, MostError = 0.5, LeastFound = 0.95;

    public bool Holds => Breaches.Count == 0 && Unsolved == 0 && Advantage.Upper <= MostAdvantage && VisibleWhileOpen >= LeastOpen && VisibleAtClosing >= LeastAtClosing
        && NationalError <= MostError && Bites;

    /// <summary>With any rule taken away, something is found.</summary>
    public bool Bites => FoundWithout.Values.All(found => found >= LeastFound * RunsWithout);
}
