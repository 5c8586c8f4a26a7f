using Croisee.Data;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Framework;

/// <summary>Brings the rows into <see cref="Labels"/>: at start, as soon as this instance saves one, and every minute for what others saved.</summary>
public sealed class LabelKeeper(Labels labels, IOutputCacheStore cache)
{
    // One reading at a time: an older one must not come after a newer.
    readonly SemaphoreSlim turn = new(1);
    List<(Guid Id, int Version)> seen = [];

    public async Task Load(AppDb db, CancellationToken cancel = default)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var rows = await db.FrameworkLabels.AsNoTracking().OrderBy(l => l.Code).ToListAsync(cancel);
            var now = rows.Select(r => (r.Id, r.Version)).ToList();
            if (now.SequenceEqual(seen)) return;
            var editions = await db.TermVersions.GroupBy(v => v.Code).Select(g => new { g.Key, Last = g.Max(v => v.Edition) }).ToDictionaryAsync(g => g.Key, g => g.Last, cancel);
            labels.Book = LabelBook.From(rows, editions);
            seen = now;
        }
        finally { turn.Release(); }
        // Labels stand on most public pages: all of them are made again.
        await cache.EvictByTagAsync(PublicCache.Tag, cancel);
    }
}

/// <summary>Each instance looks for itself (a job would run on one of them only). A failure keeps the words we have.</summary>
sealed class LabelWatch(LabelKeeper keeper, IServiceScopeFactory scopes, TimeProvider clock, ILogger<LabelWatch> log) : BackgroundService
{
    static readonly TimeSpan Period = TimeSpan.FromSeconds(60);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stop))
        {
            try
            {
                using var scope = scopes.CreateScope();
                await keeper.Load(scope.ServiceProvider.GetRequiredService<AppDb>(), stop);
            }
            catch (Exception e) when (e is not OperationCanceledException) { log.LogWarning(e, "The labels could not be read again."); }
        }
    }
}
