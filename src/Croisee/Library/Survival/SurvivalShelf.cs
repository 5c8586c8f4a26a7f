using System.Collections.Concurrent;
using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Survival;

/// <summary>
/// The study by each landmark that it is offered by, kept until the library or its news change: whatever a stranger adds to the address, it is counted once.
/// What it was counted on is asked of the database each time, so that no other instance need say that it changed something.
/// </summary>
public sealed class SurvivalShelf
{
    readonly SemaphoreSlim one = new(1);
    readonly ConcurrentDictionary<string, (Known Known, SurvivalStudy Study)> kept = new();

    /// <summary>The version that the library had, and how many news there were, the last given when.</summary>
    sealed record Known(long Version, int News, DateTime? Last);

    /// <param name="field">One of those offered, or null for all experiences together: what is kept does not grow with what is asked.</param>
    public async Task<SurvivalStudy> Of(AppDb db, string? field, CancellationToken stop)
    {
        var (key, known) = (field ?? "", await Now(db, stop));
        if (Kept(key, known) is { } before) return before;
        await one.WaitAsync(stop);
        try
        {
            if (Kept(key, known) is { } meanwhile) return meanwhile;
            var study = await SurvivalStudy.Of(db, field, stop);
            // What changed while it was counted makes the next one count again.
            kept[key] = (known, study);
            return study;
        }
        finally { one.Release(); }
    }

    SurvivalStudy? Kept(string key, Known known) => kept.TryGetValue(key, out var found) && found.Known == known ? found.Study : null;

    static async Task<Known> Now(AppDb db, CancellationToken stop)
    {
        var news = await db.News.GroupBy(_ => 1).Select(g => new { Count = g.Count(), Last = g.Max(n => (DateTime?)n.At) }).SingleOrDefaultAsync(stop);
        return new(await db.Database.SqlQuery<long>($"select version as \"Value\" from search_state").SingleAsync(stop), news?.Count ?? 0, news?.Last);
    }
}
