using Croisee.Framework;

namespace Croisee.Review.Evidence;

/// <summary>How far two choices of several codes are from each other, from 0 (the same) to 1 (nothing in common). See docs/decisions on agreement.</summary>
public static class SetDistance
{
    /// <summary>
    /// MASI (Passonneau 2006): what they share of what they say together, lessened when neither holds the other.
    /// One who says less than the other differs less than one who says something else.
    /// </summary>
    public static double Masi(CodeSet a, CodeSet b)
    {
        var common = a.Count(b.Contains);
        var union = a.Count + b.Count - common;
        if (union == 0 || common == union) return 0;
        if (common == 0) return 1;
        var nested = common == Math.Min(a.Count, b.Count);
        return 1 - (nested ? 2.0 : 1.0) * common / (3 * union);
    }
}
