using System.Collections.Concurrent;

namespace Croisee.Surveys.Aside;

/// <summary>At which places, on which days, forms were turned away because too many came (S23). In memory, until the next publication looks: no address, no hour.</summary>
public sealed class StuffedLinks
{
    /// <summary>Codes may be invented by whoever floods.</summary>
    const int Most = 10_000;
    readonly ConcurrentDictionary<(string Code, DateOnly Day), byte> seen = new();

    public void See(string code, DateOnly day)
    {
        if (code.Length == SurveyPlace.CodeLength && seen.Count < Most) seen[(code, day)] = 0;
    }

    /// <summary>Each is said once.</summary>
    public IReadOnlyList<DateOnly> Take(string code) => [.. seen.Keys.Where(k => k.Code == code && seen.TryRemove(k, out _)).Select(k => k.Day)];
}
