using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Journal;

/// <summary>Brings the erasures of the journal to <see cref="ErasureList"/> some seconds after each, and does them again at a start that finds a base older than the list (S41, F17).</summary>
public sealed class KeepErasures(ErasureList list, IEnumerable<EraseAgain> ways, IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeepErasures> log) : BackgroundService
{
    static readonly TimeSpan Pulse = TimeSpan.FromSeconds(10);
    /// <summary>A save is seen after those that began later, and each instance keeps a list of its own.</summary>
    static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);
    const int Batch = 500;
    readonly HashSet<Erasure> written = [];
    DateTime? since;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pulse);
        try { do await Keep(stoppingToken); while (await timer.WaitForNextTickAsync(stoppingToken)); }
        catch (OperationCanceledException) { /* It is time to stop: what came meanwhile is kept below. */ }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Keep(CancellationToken.None);
    }

    async Task Keep(CancellationToken cancel)
    {
        try
        {
            if (since is null)
            {
                written.UnionWith(list.Read());
                // An act that the list holds none of may be new to it: its erasures of before are in the journal.
                since = ways.Any(w => written.All(e => e.Act != w.Act)) ? DateTime.UnixEpoch : written.Max(e => e.At) - Overlap;
            }
            var (from, now, acts) = (since.Value, clock.UtcNow(), ways.Select(w => w.Act).ToList());
            using var scope = scopes.CreateScope();
            var found = await scope.ServiceProvider.GetRequiredService<AppDb>().JournalEntries.AsNoTracking().Where(e => e.At >= from && acts.Contains(e.Act)).Select(e => new { e.At, e.Act, e.SubjectType, e.SubjectId }).ToListAsync(cancel);
            var fresh = found.Where(e => ways.Any(w => w.Act == e.Act && w.SubjectType == e.SubjectType)).Select(e => new Erasure(e.At, e.Act, e.SubjectId)).Distinct().Where(e => !written.Contains(e)).OrderBy(e => e.At).ToList();
            list.Add(fresh);
            written.UnionWith(fresh);
            since = now - Overlap;
        }
        catch (Exception e) when (e is not OperationCanceledException) { log.LogError(e, "The list of erasures {File} was not completed. It is tried again in some seconds.", list.File); }
    }

    /// <summary>Before the doors open. What the journal knows was done in this base; the rest is done again, each by the room that did it.</summary>
    public static async Task DoAgain(IServiceProvider services)
    {
        var ways = services.GetServices<EraseAgain>().ToDictionary(w => w.Act);
        var (list, log, again) = (services.GetRequiredService<ErasureList>(), services.GetRequiredService<ILogger<KeepErasures>>(), 0);
        // The journal of a year ago is erased: of that time, only a base that stops before the erasure still needs it done again.
        var (kept, last) = (services.GetRequiredService<TimeProvider>().UtcNow().AddMonths(-Room.KeptMonths), await services.GetRequiredService<AppDb>().JournalEntries.MaxAsync(e => (DateTime?)e.At));
        foreach (var batch in list.Read().Where(e => ways.ContainsKey(e.Act) && (e.At >= kept || last < e.At)).Chunk(Batch))
        {
            var subjects = batch.Select(e => e.Subject).Distinct().ToList();
            var known = await services.GetRequiredService<AppDb>().JournalEntries.AsNoTracking().Where(e => subjects.Contains(e.SubjectId)).Select(e => new Erasure(e.At, e.Act, e.SubjectId)).ToListAsync();
            var done = known.ToHashSet();
            foreach (var erasure in batch.Where(e => !done.Contains(e)))
            {
                using var scope = services.CreateScope();
                try { if (await ways[erasure.Act].Run(scope.ServiceProvider, erasure.Subject, erasure.At)) again++; }
                catch (Exception e) { log.LogError(e, "{Act} {Subject} of the list of erasures could not be done again.", erasure.Act, erasure.Subject); }
            }
        }
        if (again > 0) log.LogWarning("{Count} erasures were done again: this base is older than the list {File}.", again, list.File);
    }
}
