using System.Collections.Concurrent;
using System.Data.Common;

namespace Croisee.Library;

/// <summary>
/// Searching on either engine: asks the database for the library's version, reads what changed since, and answers from
/// the index in memory. One of it for the whole process.
/// </summary>
public sealed class SheetSearch(SearchedSheetRows rows) : ISheetSearch, IDisposable
{
    // More runs at once than processors would only hold memory.
    static readonly int Kept = Environment.ProcessorCount;

    // Readers wait while a batch goes in: some milliseconds.
    const int Batch = 256;

    readonly SemaphoreSlim refreshing = new(1);
    readonly ReaderWriterLockSlim changing = new();
    readonly ConcurrentBag<SearchRun> idle = [];
    readonly SearchKept kept = new();
    SearchIndex index = new();
    volatile LibraryVersion seen = new(0, 0);

    public Task<SearchAnswer> AskAsync(SearchQuestion question, CancellationToken stop = default) => ReadAsync((run, index) => kept.Of(SearchKept.KeyOf(question), () => run.Answer(index, question)), stop);

    public Task<SearchCrossing> CrossAsync(SearchQuestion question, string rows, string columns, CancellationToken stop = default) =>
        ReadAsync((run, index) => kept.Of(SearchKept.KeyOf(question with { Page = 1, PageSize = 1, Sort = SearchSort.Relevance }, $"{rows}×{columns}"), () => run.Cross(index, question, rows, columns)), stop);

    public Task<IReadOnlyList<NearSheet>> NearAsync(NearQuestion question, CancellationToken stop = default) => ReadAsync((run, index) => kept.Of(SearchKept.KeyOf(question), () => run.Near(index, question)), stop);

    public Task<SearchWalk> WalkAsync(SearchQuestion question, int after, int most, CancellationToken stop = default) => ReadAsync((run, index) => run.Walk(index, question, after, most), stop);

    async Task<T> ReadAsync<T>(Func<SearchRun, SearchIndex, T> read, CancellationToken stop)
    {
        await CatchUpAsync(stop);
        var run = idle.TryTake(out var taken) ? taken : new SearchRun();
        changing.EnterReadLock();
        try
        {
            return read(run, index);
        }
        finally
        {
            changing.ExitReadLock();
            if (idle.Count < Kept) idle.Add(run);
        }
    }

    /// <summary>
    /// Reads what the library holds, or what changed. Called at start, it spares the first reader the wait (about half
    /// a second for 50,000 sheets).
    /// </summary>
    public async Task CatchUpAsync(CancellationToken stop = default)
    {
        await using var connection = await rows.OpenAsync(stop);
        if (await SearchedSheetRows.VersionAsync(connection, stop) == seen) return;
        await refreshing.WaitAsync(stop);
        try
        {
            var now = await SearchedSheetRows.VersionAsync(connection, stop);
            if (now == seen) return;
            // A version lower than ours: another database was put in place.
            var anew = index.Size == 0 || now.Emptied != seen.Emptied || now.Version < seen.Version;
            if (!anew) anew = await PutChangesAsync(connection, now, stop);
            if (anew) await ReadAnewAsync(connection, now, stop);
        }
        finally
        {
            refreshing.Release();
        }
    }

    // True when the index has become too worn to keep.
    async Task<bool> PutChangesAsync(DbConnection connection, LibraryVersion now, CancellationToken stop)
    {
        var latest = now.Version;
        await foreach (var batch in SearchedSheetRows.ChangedSinceAsync(connection, seen.Version, stop).Chunk(Batch).WithCancellation(stop))
        {
            Put(batch);
            latest = Math.Max(latest, batch[^1].Changed);
        }
        seen = now with { Version = latest };
        return index.IsWornOut;
    }

    void Put(SearchedSheet[] batch)
    {
        changing.EnterWriteLock();
        try
        {
            kept.Forget();
            foreach (var sheet in batch) index.Put(sheet);
            index.Settle(afterBulk: false);
        }
        finally
        {
            changing.ExitWriteLock();
        }
    }

    async Task ReadAnewAsync(DbConnection connection, LibraryVersion now, CancellationToken stop)
    {
        var anew = new SearchIndex();
        var latest = now.Version;
        await foreach (var sheet in SearchedSheetRows.ChangedSinceAsync(connection, 0, stop))
        {
            anew.Put(sheet);
            latest = sheet.Changed;
        }
        anew.Settle(afterBulk: true);
        changing.EnterWriteLock();
        kept.Forget();
        (index, seen) = (anew, now with { Version = Math.Max(now.Version, latest) });
        changing.ExitWriteLock();
    }

    public void Dispose()
    {
        refreshing.Dispose();
        changing.Dispose();
    }
}
