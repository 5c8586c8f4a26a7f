using System.Globalization;

namespace Croisee.Surveys.Content;

/// <summary>One class of numbers or of years, from <paramref name="Low"/> to <paramref name="High"/> inclusive.</summary>
public sealed record CountedClass(string Code, string Label, long Low, long High);

/// <summary>
/// Numbers and dates are counted by classes, so that they have a result like any closed question. The classes come from the question and from the year in which the survey opens, and from
/// no answer (R3): what was answered never decides what is shown. A number has its bounds for classes where its author gave both, else those of V-TRANCHE; a date, years that widen as they go back.
/// </summary>
public static class CountedClasses
{
    /// <summary>Up to so many values are shown one by one, as a scale from 0 to 10 is.</summary>
    const int MostValues = 12, MostClasses = 8;
    static readonly long[] Starts = [1, 6, 11, 21, 51, 101, 501];
    /// <summary>Years before the survey's at which a class begins.</summary>
    static readonly int[] YearsBack = [0, 1, 2, 5, 10, 20, 40, 60, 80];

    public static bool Counts(QuestionKind kind) => kind is QuestionKind.Number or QuestionKind.Day;

    /// <param name="year">In which the survey opens.</param>
    public static IReadOnlyList<CountedClass> Of(AskedQuestion question, int year) => question.Kind is QuestionKind.Day ? Years(year) : Numbers(question.Least, question.Most);

    /// <summary>The class of what was answered; null where it is in none.</summary>
    public static string? CodeOf(IReadOnlyList<CountedClass> classes, QuestionKind kind, string said)
    {
        long? value = kind is QuestionKind.Day ? ReadAnswers.DayOf(said)?.Year : long.TryParse(said, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
        return value is { } known ? classes.FirstOrDefault(c => c.Low <= known && known <= c.High)?.Code : null;
    }

    static List<CountedClass> Numbers(long? least, long? most)
    {
        if (least is { } low && most is { } high && low <= high) return high - low < MostValues ? Each(low, high, 1) : Each(low, high, Width(low, high));
        List<long> starts = [.. Starts.Where(s => !(s <= least) && !(s > most))];
        starts.Insert(0, least ?? long.MinValue);
        return Cut(starts, most ?? long.MaxValue, From);
    }

    static List<CountedClass> Each(long low, long high, long width)
    {
        var starts = new List<long> { low };
        for (var next = (Floor(low, width) + 1) * width; next <= high; next += width) starts.Add(next);
        return Cut(starts, high, From);
    }

    /// <summary>The narrowest round width that makes few classes.</summary>
    static long Width(long low, long high)
    {
        for (long ten = 1; ; ten *= 10)
            foreach (var width in new[] { 2 * ten, 5 * ten, 10 * ten })
                if (Floor(high, width) - Floor(low, width) < MostClasses) return width;
    }

    static long Floor(long value, long width) => value >= 0 ? value / width : -((-value + width - 1) / width);

    static List<CountedClass> Years(int year) => Cut([long.MinValue, .. YearsBack.Reverse().Select(back => (long)year - back), year + 1], long.MaxValue, (low, high) => (low, high) switch
    {
        (long.MinValue, _) => $"avant {high + 1}",
        (_, long.MaxValue) => $"après {low - 1}",
        _ => low == high ? $"{low}" : $"de {low} à {high}",
    });

    static string From(long low, long high) => (low, high) switch
    {
        (long.MinValue, long.MaxValue) => "un nombre",
        (long.MinValue, _) => $"{Said(high)} ou moins",
        (_, long.MaxValue) => $"{Said(low)} ou plus",
        _ => low == high ? Said(low) : $"de {Said(low)} à {Said(high)}",
    };

    static string Said(long number) => number.ToString("N0", Words.Localizer.French);

    static List<CountedClass> Cut(List<long> starts, long last, Func<long, long, string> label) =>
        [.. starts.Select((low, i) => (Low: low, High: i + 1 < starts.Count ? starts[i + 1] - 1 : last)).Select((c, i) => new CountedClass($"C{i + 1}", label(c.Low, c.High), c.Low, c.High))];
}
