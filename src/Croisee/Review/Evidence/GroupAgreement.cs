namespace Croisee.Review.Evidence;

/// <summary>
/// How far a group agrees over all that it codes: the mean and the median of the coefficients of its fields, each field counting once whatever it is about,
/// and how often two readers said exactly the same. A field about which it is too early, or where nobody varied, has no coefficient and is left out of both.
/// </summary>
/// <param name="Fields">Those with a coefficient.</param>
public sealed record GroupAgreement(int Fields, double Mean, double Median, int Same, int Compared)
{
    public const string Name = "Tout le groupe";

    public double Share => (double)Same / Compared;

    /// <summary>Null while no field has a coefficient.</summary>
    public static GroupAgreement? Of(IEnumerable<FieldAgreement> fields)
    {
        var counted = fields.Where(f => f.Verdict is not Agreed.TooEarly).ToList();
        var alphas = counted.Select(f => f.Alpha).OfType<double>().Order().ToList();
        if (alphas.Count == 0) return null;
        var (below, above) = (alphas[(alphas.Count - 1) / 2], alphas[alphas.Count / 2]);
        return new(alphas.Count, alphas.Average(), (below + above) / 2, counted.Sum(f => f.Same), counted.Sum(f => f.Compared));
    }
}
