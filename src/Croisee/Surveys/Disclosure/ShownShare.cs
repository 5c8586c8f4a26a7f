namespace Croisee.Surveys.Disclosure;

public enum ShareKind
{
    About,

    /// <summary>« ≤ 10 % » (R7).</summary>
    AtMost,

    /// <summary>« ≥ 90 % » (R7).</summary>
    AtLeast,
}

/// <summary>A share as it is shown: <paramref name="Percent"/> rounded to a multiple of <paramref name="Step"/>, or only a bound.</summary>
public readonly record struct ShownShare(ShareKind Kind, decimal Percent, decimal Step)
{
    /// <summary>R7: where unanimity would tell what each person answered, the ends are one word each.</summary>
    const int End = 10;

    internal static ShownShare Of(int count, int answers, decimal step, bool hideEnds)
    {
        var percent = Math.Floor((100m * count / answers / step) + 0.5m) * step;
        return hideEnds && percent <= End ? new(ShareKind.AtMost, End, step)
            : hideEnds && percent >= 100 - End ? new(ShareKind.AtLeast, 100 - End, step)
            : new(ShareKind.About, percent, step);
    }

    /// <summary>The counts, out of <paramref name="answers"/>, that would be shown like this one; empty when Least is above Most.</summary>
    internal (int Least, int Most) Counts(int answers)
    {
        var last = Math.Floor(End / Step) * Step;
        var low = Kind == ShareKind.AtMost ? 0 : (Kind == ShareKind.AtLeast ? 100 - last : Percent) - (Step / 2);
        var high = Kind == ShareKind.AtLeast ? 101 : (Kind == ShareKind.AtMost ? last : Percent) + (Step / 2);
        return ((int)Math.Max(0, Math.Ceiling(low * answers / 100)), (int)Math.Min(answers, Math.Ceiling(high * answers / 100) - 1));
    }
}
