namespace Croisee.Review.Evidence;

/// <summary>
/// Where a coefficient would fall 95 times in 100, had other experiences of the same kind been read. Never above 1, beyond which no agreement goes.
/// Null when nothing varied enough to say it: a coefficient without an observed difference would look more certain than it is.
/// </summary>
public sealed record Interval(double Low, double High)
{
    const double Normal = 1.959963984540054, Least = 1e-12;

    /// <summary>From the standard error of a large sample.</summary>
    public static Interval? Of(double value, double error) => Within(value, error, Normal);

    /// <summary>
    /// The jackknife (Tukey 1958): the coefficient is counted again without each unit in turn, and how much it moves is how sure it is. Student's law,
    /// for the units are few. On small samples it keeps its promise better than drawing at random (Hughes, arXiv 2210.13265), and it gives the same twice.
    /// </summary>
    /// <param name="without">The coefficient without each unit; one missing value, and there is no interval.</param>
    public static Interval? Jackknife(double? value, IReadOnlyList<double?> without)
    {
        if (value is not { } whole || without.Count < 2 || without.Any(v => v is null)) return null;
        return Within(whole, JackknifeError([.. without.Select(v => v!.Value)]), Student(without.Count - 1));
    }

    public static double JackknifeError(IReadOnlyList<double> without)
    {
        var middle = without.Average();
        return Math.Sqrt((without.Count - 1) / (double)without.Count * without.Sum(v => (v - middle) * (v - middle)));
    }

    static Interval? Within(double value, double error, double times) => error < Least || double.IsNaN(error) ? null : new(value - times * error, Math.Min(1, value + times * error));

    /// <summary>The quantile of 97.5 % from the normal one (Cornish and Fisher): right to three decimals from five degrees of freedom on.</summary>
    public static double Student(int freedom)
    {
        var (z, n) = (Normal, (double)freedom);
        var (z3, z5, z7, z9) = (Math.Pow(z, 3), Math.Pow(z, 5), Math.Pow(z, 7), Math.Pow(z, 9));
        return z + (z3 + z) / (4 * n) + (5 * z5 + 16 * z3 + 3 * z) / (96 * n * n) + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * n * n * n)
            + (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92160 * n * n * n * n);
    }
}
