using Croisee.Bench.Disclosure;
using Xunit;

namespace Croisee.Tests.Surveys.Disclosure;

/// <summary>A short run of the attack simulator; the whole one is <c>bin/bench disclosure</c>.</summary>
[Trait("kind", "slow")]
public sealed class DisclosureSimulationTest(ITestOutputHelper output)
{
    const int FirstSeed = 501, Worlds = 8, RunsWithout = 4;

    [Fact]
    public void Finds_nothing_with_all_rules_and_something_with_any_one_taken_away()
    {
        output.WriteLine($"seeds from {FirstSeed}");
        var verdict = new Simulation(FirstSeed, output.WriteLine).Run(Worlds, RunsWithout);
        Assert.Empty(verdict.Breaches);
        Assert.All(verdict.FoundWithout, rule => Assert.InRange(rule.Value, RunsWithout - 1, RunsWithout));
        // So few worlds leave a wide interval: here its middle is held, in the whole run its end.
        Assert.InRange(verdict.Advantage.Mean, -1, SimulationVerdict.MostAdvantage);
        Assert.True(verdict is { VisibleWhileOpen: >= SimulationVerdict.LeastOpen, VisibleAtClosing: >= SimulationVerdict.LeastAtClosing }, $"{verdict.VisibleWhileOpen:p1}, {verdict.VisibleAtClosing:p1}");
        Assert.True(verdict.NationalError <= SimulationVerdict.MostError);
    }
}
