using System.Numerics;

namespace Croisee.Tests.Review;

/// <summary>An exact fraction: what a published example gives when nothing is rounded.</summary>
public readonly record struct Ratio(BigInteger Top, BigInteger Bottom)
{
    public static Ratio Whole(BigInteger n) => new(n, 1);
    public static Ratio operator +(Ratio a, Ratio b) => new(a.Top * b.Bottom + b.Top * a.Bottom, a.Bottom * b.Bottom);
    public static Ratio operator *(Ratio a, Ratio b) => new(a.Top * b.Top, a.Bottom * b.Bottom);
    public static Ratio operator /(Ratio a, Ratio b) => new(a.Top * b.Bottom, a.Bottom * b.Top);
    public static Ratio operator -(Ratio a, Ratio b) => new(a.Top * b.Bottom - b.Top * a.Bottom, a.Bottom * b.Bottom);
    public bool IsZero => Top.IsZero;
    public bool Equals(Ratio other) => Top * other.Bottom == other.Top * Bottom;
    public override int GetHashCode() => 0;
    public double ToDouble() => (double)(Top * BigInteger.Pow(10, 18) / Bottom) / 1e18;
}

/// <summary>The same coefficients from their definitions, slowly: matrices of coincidences and of chance, in exact fractions. Shares no code with the product.</summary>
static class NaiveAgreement
{
    /// <summary>Krippendorff 2011, step by step: coincidences within units, margins, distances.</summary>
    public static Ratio? Alpha(IReadOnlyList<IReadOnlyList<int>> units, bool ordinal)
    {
        var values = units.SelectMany(u => u).Distinct().Order().ToArray();
        var k = values.Length;
        var coincidences = new Ratio[k, k];
        for (var c = 0; c < k; c++) for (var d = 0; d < k; d++) coincidences[c, d] = Ratio.Whole(0);
        foreach (var unit in units.Where(u => u.Count >= 2))
            for (var i = 0; i < unit.Count; i++)
                for (var j = 0; j < unit.Count; j++)
                    if (i != j)
                    {
                        var (c, d) = (Array.IndexOf(values, unit[i]), Array.IndexOf(values, unit[j]));
                        coincidences[c, d] += new Ratio(1, unit.Count - 1);
                    }
        var margins = new Ratio[k];
        for (var c = 0; c < k; c++) { margins[c] = Ratio.Whole(0); for (var d = 0; d < k; d++) margins[c] += coincidences[c, d]; }
        var n = margins.Aggregate(Ratio.Whole(0), (a, b) => a + b);
        if (n.IsZero) return null;
        Ratio Distance(int c, int d)
        {
            if (!ordinal) return Ratio.Whole(c == d ? 0 : 1);
            var (from, to) = (Math.Min(c, d), Math.Max(c, d));
            var sum = Ratio.Whole(0);
            for (var g = from; g <= to; g++) sum += margins[g];
            var distance = sum - (margins[c] + margins[d]) / Ratio.Whole(2);
            return distance * distance;
        }
        var (observed, expected) = (Ratio.Whole(0), Ratio.Whole(0));
        for (var c = 0; c < k; c++)
            for (var d = 0; d < k; d++)
                if (c != d)
                {
                    observed += coincidences[c, d] * Distance(c, d);
                    expected += margins[c] * margins[d] * Distance(c, d);
                }
        return expected.IsZero ? null : Ratio.Whole(1) - (n - Ratio.Whole(1)) * observed / expected;
    }

    /// <summary>Cohen 1960 and 1968: agreement observed and agreement by chance, (po − pe) / (1 − pe), with weights of agreement 1 − v / vmax.</summary>
    public static Ratio? Kappa(int[][] table, Func<int, int, int> disagreement)
    {
        var k = table.Length;
        var n = table.Sum(r => r.Sum());
        var worst = Enumerable.Range(0, k).SelectMany(i => Enumerable.Range(0, k).Select(j => disagreement(i, j))).Max();
        if (n == 0 || worst == 0) return null;
        var (po, pe) = (Ratio.Whole(0), Ratio.Whole(0));
        for (var i = 0; i < k; i++)
            for (var j = 0; j < k; j++)
            {
                var weight = Ratio.Whole(1) - new Ratio(disagreement(i, j), worst);
                po += weight * new Ratio(table[i][j], n);
                pe += weight * new Ratio(table[i].Sum(), n) * new Ratio(table.Sum(r => r[j]), n);
            }
        var left = Ratio.Whole(1) - pe;
        return left.IsZero ? null : (po - pe) / left;
    }
}
