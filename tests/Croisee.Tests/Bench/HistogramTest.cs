using Croisee.Bench.Load;
using Xunit;

namespace Croisee.Tests.Bench;

[Trait("kind", "pure")]
public class HistogramTest
{
    [Fact]
    public void Keeps_every_percentile_within_one_percent_of_the_exact_one()
    {
        const int seed = 20260801;
        var random = new Random(seed);
        var exact = new List<long>();
        var histogram = new Histogram();
        for (var i = 0; i < 50_000; i++)
        {
            var nanoseconds = (long)Math.Exp(random.NextDouble() * Math.Log(20e9)); // from 1 ns to 20 s, as many in each decade
            exact.Add(nanoseconds);
            histogram.Record(nanoseconds);
        }
        exact.Sort();
        foreach (var share in new[] { 0.01, 0.25, 0.5, 0.9, 0.99, 0.999, 1 })
        {
            var wanted = exact[(int)Math.Ceiling(share * exact.Count) - 1] / 1e6;
            Assert.InRange(histogram.Milliseconds(share), wanted, (wanted * 1.01) + 1e-6);
        }
    }

    [Fact]
    public void Adds_up_as_if_all_had_been_recorded_in_one()
    {
        var (one, other, both) = (new Histogram(), new Histogram(), new Histogram());
        for (var i = 1; i <= 1000; i++)
        {
            (i % 3 == 0 ? one : other).Record(i * 1_000_003L);
            both.Record(i * 1_000_003L);
        }
        one.Add(other);
        Assert.Equal(both.Count, one.Count);
        foreach (var share in new[] { 0.1, 0.5, 0.99 }) Assert.Equal(both.Milliseconds(share), one.Milliseconds(share));
    }
}
