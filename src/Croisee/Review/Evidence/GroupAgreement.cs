namespace Croisee.Review.Evidence;

/// <summary>One coefficient over the fields that have it, each field counting once.</summary>
public sealed record OverFields(int Fields, double Mean, double Median)
{
    public static OverFields? Of(IEnumerable<double?> coefficients)
    {
        var known = coefficients.OfType<double>().Order().ToList();
        return known.Count == 0 ? null : new(known.Count, known.Average(), (known[(known.Count - 1) / 2] + known[known.Count / 2]) / 2);
    }
}

/// <summary>
/// How far a group agrees over all that it codes: the mean and the median of the coefficients of its fields, each field counting once whatever it is about,
/// and how often two readers said exactly the same. A field about which it is too early, or where nobody varied, has no coefficient and is left out of both.
/// </summary>
/// <param name="Alpha">Krippendorff, over all fields with one: the only one that every kind of field may have.</param>
/// <param name="Kappa">Cohen, over fields of one choice; null while none has it.</param>
/// <param name="Linear">Weighted kappa, over fields of an order; <paramref name="Quadratic"/> alike.</param>
public sealed record GroupAgreement(OverFields Alpha, OverFields? Kappa, OverFields? Linear, OverFields? Quadratic, int Same, int Compared)
{
    public const string Name = "Tout le groupe";

    public double Share => (double)Same / Compared;

    /// <summary>Null while no field has a coefficient.</summary>
    public static GroupAgreement? Of(IEnumerable<FieldAgreement> fields)
    {
        var counted = fields.Where(f => f.Verdict is not Agreed.TooEarly).ToList();
        return OverFields.Of(counted.Select(f => f.Alpha)) is not { } alpha ? null
            : new(alpha, OverFields.Of(counted.Select(f => f.Kappa)), OverFields.Of(counted.Select(f => f.LinearKappa)), OverFields.Of(counted.Select(f => f.QuadraticKappa)), counted.Sum(f => f.Same), counted.Sum(f => f.Compared));
    }
}
