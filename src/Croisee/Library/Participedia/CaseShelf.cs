using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Participedia;

/// <summary>The index of the imported cases, made when the list is first asked for and again once an import has changed them.</summary>
public sealed class CaseShelf(IServiceScopeFactory scopes)
{
    const int Batch = 200;
    readonly SemaphoreSlim one = new(1);
    volatile Kept? kept;

    sealed record Kept(CaseIndex Index, int Total, DateTime? Last);

    public void Forget() => kept = null;

    public async Task<CaseIndex> Get(CancellationToken stop)
    {
        using var scope = scopes.CreateScope();
        var cases = scope.ServiceProvider.GetRequiredService<AppDb>().ImportedCases.AsNoTracking();
        var (total, last) = (await cases.CountAsync(stop), await cases.MaxAsync(c => (DateTime?)c.ImportedAt, stop));
        if (kept is { } known && (known.Total, known.Last) == (total, last)) return known.Index;
        await one.WaitAsync(stop);
        try
        {
            if (kept is { } meanwhile && (meanwhile.Total, meanwhile.Last) == (total, last)) return meanwhile.Index;
            var index = new CaseIndex();
            for (var done = 0; ; done += Batch)
            {
                var batch = await cases.OrderBy(c => c.Title).ThenBy(c => c.Number).Skip(done).Take(Batch).ToListAsync(stop);
                foreach (var read in batch) index.Take(read);
                if (batch.Count < Batch) break;
            }
            index.End();
            kept = new(index, total, last);
            return index;
        }
        finally { one.Release(); }
    }
}
