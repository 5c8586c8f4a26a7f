using Croisee.Surveys.Disclosure;

namespace Croisee.Bench.Disclosure;

/// <summary>Rows of one question that began to count together, on one day, in one population. The attackers are told which they are: more than they could know.</summary>
/// <param name="Left">Rows that may have left on that day: the attacker knows there may be some, not how many.</param>
public sealed record Arrival(int Number, string Population, int Day, IReadOnlyList<Person> People, bool Left);

/// <summary>A figure as published, and what it is about: whole arrivals, or only those of some values of a cut in them.</summary>
/// <param name="Covers">By arrival number, the values counted, as bits; every bit for all.</param>
public sealed record Seen(PublishedTable Table, int Day, int? Cut, IReadOnlyDictionary<int, int> Covers)
{
    public const int AllValues = ~0;

    public ShownFigures Figures => Table.Figures!;

    /// <summary>The attacker's own reading of a rounded share: between which shares it lies, the upper end not reached.</summary>
    public static (double Low, double High) Window(ShownShare share)
    {
        var (percent, half) = ((double)share.Percent, (double)share.Step / 2);
        // Of the ends only the last multiple of the step within ten points is merged.
        var end = Math.Floor(10 / (double)share.Step) * (double)share.Step;
        return share.Kind switch
        {
            ShareKind.AtMost => (0, (end + half) / 100),
            ShareKind.AtLeast => ((100 - end - half) / 100, 1.01),
            _ => (Math.Max(0, percent - half) / 100, percent + half > 100 ? 1.01 : (percent + half) / 100),
        };
    }

    /// <summary>The whole numbers that such a share can stand for among so many answers.</summary>
    public static (int Low, int High) Whole(ShownShare share, int answers)
    {
        var (low, high) = Window(share);
        return ((int)Math.Ceiling((low * answers) - 1e-9), Math.Min(answers, (int)Math.Ceiling((high * answers) - 1e-9) - 1));
    }

    public static (int Low, int High) Whole(ShownShare share, SizeBand band)
    {
        var each = Enumerable.Range(band.Low, Math.Min(200, band.High - band.Low + 1)).Select(n => Whole(share, n)).Where(w => w.Low <= w.High).ToList();
        return band.High - band.Low >= 200 || each.Count == 0 ? (0, int.MaxValue) : (each.Min(w => w.Low), each.Max(w => w.High));
    }
}
