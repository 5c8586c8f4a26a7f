using System.Collections.Concurrent;

namespace Croisee.Surveys.Aside;

/// <summary>At which places, on which days, forms were turned away because too many came (S23). In memory, until the next publication looks: no address, no hour.</summary>
public sealed class StuffedLinks
{
    const int Most = 10_000;
    readonly ConcurrentDictionary<(string Code, DateOnly Day), byte> seen = new();

    public void See(string code, DateOnly day)
    {
        if (code.Length == SurveyPlace.CodeLength && seen.Count < Most) seen[(code, day)] = 0;
    }

    public IReadOnlyList<string> Codes => [.. seen.Keys.Select(k => k.Code).Distinct()];

    public IReadOnlyList<DateOnly> Of(string code) => [.. seen.Keys.Where(k => k.Code == code).Select(k => k.Day)];

    /// <summary>Each is said once: when what it led to is saved, and not before, since a publication may be refused.</summary>
    public void Forget(IEnumerable<(string Code, DateOnly Day)> signs)
    {
        foreach (var sign in signs) seen.TryRemove(sign, out _);
    }
}
