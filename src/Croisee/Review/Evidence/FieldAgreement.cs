using Croisee.Framework;

namespace Croisee.Review.Evidence;

/// <summary>What may be said of a coefficient.</summary>
public enum Agreed { TooEarly, NoVariation, Weak, Fair, Solid }

/// <summary>One code: chosen by both readers of a pair, by one side alone, by none; and the agreement on choosing it or not (Krippendorff, Cohen).</summary>
public sealed record CodeAgreement(string Code, int Both, int ServiceUsersOnly, int ProfessionalsOnly, int Neither, double? Alpha, double? Kappa)
{
    public int Apart => ServiceUsersOnly + ProfessionalsOnly;
}

/// <summary>How far the readers of a call say the same in one field.</summary>
/// <param name="Compared">Pairs of readings where both said something.</param>
/// <param name="Same">Of these, how many said exactly the same.</param>
/// <param name="Alpha">Krippendorff, over all readings of an experience: ordinal for an ordered field, MASI for several codes, nominal otherwise.</param>
/// <param name="AlphaInterval">Shown with the coefficient only, and never when it is too early for one. <paramref name="KappaInterval"/> alike.</param>
/// <param name="Kappa">Cohen, one side against the other; where several codes may be chosen, each code has its own.</param>
public sealed record FieldAgreement(CodedField Field, int Compared, int Same, double? Alpha, double? Kappa, double? LinearKappa, double? QuadraticKappa, IReadOnlyList<CodeAgreement> Codes, Interval? AlphaInterval = null, Interval? KappaInterval = null)
{
    /// <summary>Fewer double readings than this say nothing yet: one more reading could turn the number over.</summary>
    public const int Fewest = 10;
    /// <summary>Below this many double readings an error meant for large samples, as kappa's is, may be too small (docs/decisions/0004).</summary>
    public const int Few = 30;

    /// <summary>Krippendorff's own marks: conclusions may rest on 0.8, and provisionally on two thirds.</summary>
    public const double SolidFrom = 0.8, FairFrom = 2 / 3.0;

    public double? Share => Compared == 0 ? null : (double)Same / Compared;

    public Agreed Verdict => Compared < Fewest ? Agreed.TooEarly : Alpha is not { } alpha ? Agreed.NoVariation : alpha >= SolidFrom ? Agreed.Solid : alpha >= FairFrom ? Agreed.Fair : Agreed.Weak;

    public static FieldAgreement Of(CodedField field, IReadOnlyCollection<GivenCoding> readings)
    {
        var said = readings.Select(r => (r.Experience, r.Pair, r.ByServiceUser, Codes: field.Said(r.Coding))).Where(r => r.Codes.Count > 0).ToList();
        var pairs = said.GroupBy(r => r.Pair).Where(g => g.Count() == 2 && g.Any(r => r.ByServiceUser) && g.Any(r => !r.ByServiceUser))
            .Select(g => (User: g.First(r => r.ByServiceUser).Codes, Professional: g.First(r => !r.ByServiceUser).Codes)).ToList();
        var units = said.GroupBy(r => r.Experience).Select(g => g.Select(r => r.Codes).ToList()).ToList();
        var positions = field.TakesMany ? [] : pairs.Select(p => (Position(p.User), Position(p.Professional))).ToList();
        return new(field, pairs.Count, pairs.Count(p => p.User.Equals(p.Professional)), AlphaOf(field, units),
            Evidence.Kappa.Of(positions), field.IsOrdered ? Evidence.Kappa.Linear(positions) : null, field.IsOrdered ? Evidence.Kappa.Quadratic(positions) : null,
            [.. field.Vocabulary.Terms.Select(t => CodeOf(t.Code, pairs, units)).Where(c => c.Both + c.Apart > 0)],
            pairs.Count < Fewest ? null : IntervalOf(field, units), pairs.Count < Fewest ? null : Evidence.Kappa.Around(positions));
    }

    /// <summary>An interval that goes from « weak » to « solid »: it cannot carry a conclusion.</summary>
    public bool IsTooWide => AlphaInterval is { Low: < FairFrom, High: >= SolidFrom };

    static Interval? IntervalOf(CodedField field, IReadOnlyList<IReadOnlyList<CodeSet>> units)
    {
        var positions = field.TakesMany ? [] : (IReadOnlyList<IReadOnlyList<int>>)[.. units.Select(u => u.Select(Position).ToList())];
        return Interval.Jackknife(AlphaOf(field, units), field.TakesMany ? Evidence.Alpha.Without(units, SetDistance.Masi) : field.IsOrdered ? Evidence.Alpha.OrdinalWithout(positions) : Evidence.Alpha.NominalWithout(positions));
    }

    static double? AlphaOf(CodedField field, IReadOnlyList<IReadOnlyList<CodeSet>> units) =>
        field.TakesMany ? Evidence.Alpha.Of(units, SetDistance.Masi)
        : field.IsOrdered ? Evidence.Alpha.Ordinal([.. units.Select(u => u.Select(Position).ToList())])
        : Evidence.Alpha.Nominal([.. units.Select(u => u.Select(Position).ToList())]);

    static CodeAgreement CodeOf(string code, IReadOnlyCollection<(CodeSet User, CodeSet Professional)> pairs, IReadOnlyCollection<IReadOnlyList<CodeSet>> units)
    {
        int Count(bool user, bool professional) => pairs.Count(p => p.User.Contains(code) == user && p.Professional.Contains(code) == professional);
        return new(code, Count(true, true), Count(true, false), Count(false, true), Count(false, false), Evidence.Alpha.Nominal([.. units.Select(u => u.Select(Chosen).ToList())]),
            Evidence.Kappa.Of([.. pairs.Select(p => (Chosen(p.User), Chosen(p.Professional)))]));
        int Chosen(CodeSet codes) => codes.Contains(code) ? 1 : 0;
    }

    static int Position(CodeSet codes) => codes.Terms.First().Position;
}
