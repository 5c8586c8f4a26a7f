using System.Numerics;
using Croisee.Library.Survival;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>
/// The remission of 42 children, 21 under 6-MP and 21 under placebo: Freireich et al., Blood 21 (1963), 699-716, the worked example of most textbooks.
/// Its survival values are exact fractions; errors and bounds are printed in textbooks and by statistics programs to four decimals.
/// </summary>
[Trait("kind", "pure")]
public sealed class KaplanMeierTest
{
    static readonly Lifetime[] Treated = [.. Ended(6, 6, 6, 7, 10, 13, 16, 22, 23), .. Alive(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)];
    static readonly Lifetime[] Placebo = [.. Ended(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)];

    [Theory]
    [InlineData(6, 21, 3, 6, 7, 0.0764, 0.6197, 0.9516), InlineData(7, 17, 1, 96, 119, 0.0869, 0.5631, 0.9228), InlineData(10, 15, 1, 64, 85, 0.0963, 0.5032, 0.8894)]
    [InlineData(13, 12, 1, 176, 255, 0.1068, 0.4316, 0.8491), InlineData(16, 11, 1, 32, 51, 0.1141, 0.3675, 0.8049), InlineData(22, 7, 1, 64, 119, 0.1282, 0.2678, 0.7468), InlineData(23, 6, 1, 160, 357, 0.1346, 0.1881, 0.6801)]
    public void Equals_the_published_example(int week, int atRisk, int ended, int above, int below, double error, double low, double high)
    {
        var step = KaplanMeier.Of(Treated).Steps.Single(s => s.Time == week);
        Assert.Equal((atRisk, ended), (step.AtRisk, step.Ended));
        Assert.Equal((double)above / below, step.Survival, 1e-9);
        Assert.Equal(error, step.Error, 5e-5);
        Assert.Equal(low, step.Interval!.Value.Low, 5e-5);
        Assert.Equal(high, step.Interval!.Value.High, 5e-5);
    }

    [Fact]
    public void Has_the_published_medians_and_numbers_at_risk()
    {
        var (treated, placebo) = (KaplanMeier.Of(Treated), KaplanMeier.Of(Placebo));
        Assert.Equal((23, 8), (treated.Median, placebo.Median));
        Assert.Equal([21, 21, 17, 16, 15, 12, 7, 1, 0], new[] { 0, 6, 7, 9, 10, 13, 21, 35, 36 }.Select(treated.AtRisk));
        Assert.Equal(12.0 / 21, placebo.At(6)!.Survival, 1e-9);
        Assert.Null(placebo.At(24));
        Assert.Equal((0, null), (placebo.Steps[^1].Survival, placebo.Steps[^1].Interval));
    }

    [Fact]
    public void Says_nothing_of_nobody_and_no_median_that_was_not_seen()
    {
        Assert.Empty(KaplanMeier.Of([]).Steps);
        Assert.Null(KaplanMeier.Of([]).Median);
        var alive = KaplanMeier.Of(Alive(3, 8, 12));
        Assert.Null(alive.Median);
        Assert.Equal((1.0, 0.0, null), (alive.At(10)!.Survival, alive.At(10)!.Error, alive.At(10)!.Interval));
        Assert.Null(alive.At(13));
    }

    /// <summary>Against a reference that works another way: the weight of whoever is lost is shared among those still followed after (Efron, 1967); errors as exact fractions.</summary>
    [Fact]
    public void Equals_a_naive_reference_on_random_lives()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var round = 0; round < 400; round++)
        {
            var lives = Enumerable.Range(0, random.Next(1, 40)).Select(_ => new Lifetime(random.Next(0, 25), random.Next(3) > 0)).ToList();
            var curve = KaplanMeier.Of(lives);
            Assert.Equal(lives.Count, curve.Steps.Sum(s => s.Ended + s.Censored));
            for (var time = 0; time <= curve.Last; time++)
            {
                var (at, why) = (curve.At(time)!, $"seed {seed}, round {round}, time {time}");
                Assert.True(Math.Abs(Shared(lives, time) - at.Survival) < 1e-9, why);
                Assert.True(Math.Abs(Greenwood(lives, time) - at.Error * at.Error) < 1e-9, why);
                Assert.Equal(lives.Count(l => l.Time >= time), curve.AtRisk(time));
                if (at.Interval is var (low, high)) Assert.True(low >= 0 && low <= at.Survival && at.Survival <= high && high <= 1, why);
            }
            Assert.True(curve.Steps.Zip(curve.Steps.Skip(1)).All(p => p.Second.Survival <= p.First.Survival), $"seed {seed}");
        }
    }

    static double Shared(IEnumerable<Lifetime> lives, int time)
    {
        var order = lives.OrderBy(l => l.Time).ThenByDescending(l => l.Ended).ToList();
        var weights = Enumerable.Repeat(1.0 / order.Count, order.Count).ToArray();
        var gone = 0.0;
        for (var i = 0; i < order.Count && order[i].Time <= time; i++)
        {
            if (order[i].Ended) { gone += weights[i]; continue; }
            for (var j = i + 1; j < order.Count; j++) weights[j] += weights[i] / (order.Count - i - 1);
        }
        return 1 - gone;
    }

    static double Greenwood(IReadOnlyList<Lifetime> lives, int time)
    {
        (BigInteger Above, BigInteger Below) survival = (1, 1), sum = (0, 1);
        foreach (var at in lives.Where(l => l.Ended && l.Time <= time).Select(l => l.Time).Distinct())
        {
            BigInteger risk = lives.Count(l => l.Time >= at), ended = lives.Count(l => l.Ended && l.Time == at);
            if (risk == ended) return 0;
            survival = (survival.Above * (risk - ended), survival.Below * risk);
            sum = (sum.Above * risk * (risk - ended) + ended * sum.Below, sum.Below * risk * (risk - ended));
        }
        return Math.Exp(BigInteger.Log(survival.Above * survival.Above) - BigInteger.Log(survival.Below * survival.Below)) * (sum.Above.IsZero ? 0 : Math.Exp(BigInteger.Log(sum.Above) - BigInteger.Log(sum.Below)));
    }

    static Lifetime[] Ended(params int[] times) => [.. times.Select(t => new Lifetime(t, true))];
    static Lifetime[] Alive(params int[] times) => [.. times.Select(t => new Lifetime(t, false))];
}
