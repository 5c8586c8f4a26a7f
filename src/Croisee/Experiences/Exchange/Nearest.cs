namespace Croisee.Experiences.Exchange;

/// <summary>The known name that a mistyped one most probably meant.</summary>
static class Nearest
{
    const int LongestCompared = 80;

    /// <summary>The closest name, or null when none differs by less than a third of its signs. Bounded work whatever is given.</summary>
    public static string? To(string given, IEnumerable<string> known)
    {
        if (given.Length is 0 or > LongestCompared) return null;
        given = given.ToLowerInvariant();
        var best = known.MinBy(k => Distance(given, k.ToLowerInvariant()));
        return best is not null && Distance(given, best.ToLowerInvariant()) * 3 <= Math.Max(given.Length, best.Length) ? best : null;
    }

    /// <summary>Signs to add, take out or replace to make one of the other.</summary>
    internal static int Distance(string a, string b)
    {
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            (previous, current) = (current, previous);
        }
        return previous[b.Length];
    }
}
