using System.Threading.Channels;

namespace Croisee.Data;

/// <summary>The one way to write. A task ends only after the commit returned.</summary>
public interface IWriteLane
{
    /// <summary><paramref name="save"/> on the lane's thread, or <paramref name="saveAsync"/> where the engine has its own way.</summary>
    Task<int> Save(AppDb db, Func<int> save, Func<Task<int>> saveAsync, CancellationToken cancel);
    Task<T> Write<T>(AppDb db, Func<T> work, CancellationToken cancel);
    /// <summary>Empties the engine's own record of the order of writes, where that lies in a file of ours. False while somebody reads: ask again.</summary>
    Task<bool> ForgetOrder();
}

/// <summary>Work that nobody waits for before a screen: it waits for its turn as long as that takes, for what it did already (a mail handed over) must be noted.</summary>
public static class Unhurried
{
    static readonly AsyncLocal<bool> now = new();
    public static bool IsNow => now.Value;

    /// <summary>From here on, in this flow of work.</summary>
    public static void Begin() => now.Value = true;
}

/// <summary>More writes wait than can be stored soon, or one waited too long: 503, with what was typed kept.</summary>
public sealed class TooBusy() : Exception("Trop d’enregistrements attendent en ce moment.");

/// <summary>
/// SQLite: one thread owns the only writing connection; concurrent saves share one durable commit, and EF's savepoints let a refused one roll back alone.
/// Checkpoints happen here too. Work on the lane is short and touches rows only; what somebody waits for longer than <see cref="Storage.Patience"/> is given up, and never runs (F07).
/// </summary>
public sealed class SqliteWriteLane(Storage storage) : IWriteLane, IDisposable
{
    const int QueueLength = 4096, BatchMax = 128;
    readonly Channel<Job> queue = Channel.CreateBounded<Job>(new BoundedChannelOptions(QueueLength) { SingleReader = true });
    readonly Lock starting = new();
    readonly AutoResetEvent woken = new(false);
    Thread? thread;

    abstract class Job
    {
        const int Waits = 0, Runs = 1, GivenUp = 2;
        int state;
        /// <summary>One of the two is true: either it runs, or whoever waited was told that it will not.</summary>
        public bool Take() => Interlocked.CompareExchange(ref state, Runs, Waits) == Waits;
        public bool GiveUp() => Interlocked.CompareExchange(ref state, GivenUp, Waits) == Waits;
        /// <summary>Runs inside the shared transaction. An exception belongs to this job alone.</summary>
        public abstract void Run(SqliteWriter writer);
        /// <summary>What the job ended on, if not on its result.</summary>
        public Exception? Refusal { get; protected set; }
        public abstract void Committed();
        public abstract void Failed(Exception reason);
    }

    sealed class Job<T>(AppDb db, Func<T> work) : Job
    {
        readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        T? result;
        public Task<T> Done => done.Task;

        public override void Run(SqliteWriter writer)
        {
            try { result = writer.Lend(db, work); }
            catch (Exception e) { Refusal = e; }
        }

        public override void Committed() { if (Refusal is null) done.SetResult(result!); else done.SetException(Refusal); }
        public override void Failed(Exception reason) => done.TrySetException(Refusal ?? reason);
    }

    public Task<int> Save(AppDb db, Func<int> save, Func<Task<int>> saveAsync, CancellationToken cancel) => Write(db, save, cancel);

    public Task<T> Write<T>(AppDb db, Func<T> work, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (thread is null) Start();
        var job = new Job<T>(db, work);
        return queue.Writer.TryWrite(job) ? InTime(job) : throw new TooBusy();
    }

    /// <summary>Waits for its turn so long and no longer. What has begun is waited for to its end: only then is it known whether it is stored.</summary>
    async Task<T> InTime<T>(Job<T> job)
    {
        if (Unhurried.IsNow) return await job.Done;
        try { return await job.Done.WaitAsync(storage.Patience); }
        catch (TimeoutException) { return job.GiveUp() ? throw new TooBusy() : await job.Done; }
    }

    /// <summary>The write-ahead log holds every page as it was after each commit: read by frames, it tells who came after whom. Its content goes to the main file, and it is cut to nothing.</summary>
    public Task<bool> ForgetOrder()
    {
        if (thread is null) Start();
        var job = new Emptying();
        return queue.Writer.TryWrite(job) ? job.Done : throw new TooBusy();
    }

    sealed class Emptying : Job
    {
        readonly TaskCompletionSource<bool> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public Task<bool> Done => done.Task;
        public bool Emptied { get; set; }
        public override void Run(SqliteWriter writer) { }
        public override void Committed() => done.SetResult(Emptied);
        public override void Failed(Exception reason) => done.TrySetException(reason);
    }

    void Start()
    {
        lock (starting)
        {
            if (thread is not null) return;
            thread = new Thread(Loop) { IsBackground = true, Name = "write lane" };
            thread.Start();
        }
    }

    void Loop()
    {
        SqliteWriter? writer = null;
        var batch = new List<Job>(BatchMax);
        while (WaitForWork())
        {
            batch.Clear();
            try
            {
                writer ??= new SqliteWriter(storage);
                writer.Begin();
                while (batch.Count < BatchMax && queue.Reader.TryRead(out var job))
                {
                    if (!job.Take()) continue;
                    batch.Add(job);
                    job.Run(writer);
                    Stop(job);
                }
                if (storage.CommitDelay > TimeSpan.Zero) Thread.Sleep(storage.CommitDelay);
                writer.Commit();
                foreach (var emptying in batch.OfType<Emptying>()) emptying.Emptied = writer.EmptyLog();
                foreach (var job in batch) job.Committed();
            }
            catch (Exception e)
            {
                // Nothing of the batch is stored: each caller hears it, and the next batch starts on a clean connection, if there can be one by then.
                foreach (var job in batch) job.Failed(e);
                // It could not even begin: those who wait now would wait as long again, one batch after the other.
                if (batch.Count == 0) while (queue.Reader.TryRead(out var job)) job.Failed(e);
                writer?.Close();
                writer = null;
            }
        }
        writer?.Close();
    }

    /// <summary>A full disk takes the whole transaction away, not the job alone: what ran after it would be stored by itself, and its caller told that it is not.</summary>
    static void Stop(Job job)
    {
        if (job.Refusal.IsUnavailable()) throw job.Refusal!;
    }

    /// <summary>False when no more will come. Waiting on the task itself would spin, and take a tenth of a small machine's time.</summary>
    bool WaitForWork()
    {
        var ready = queue.Reader.WaitToReadAsync();
        if (ready.IsCompleted) return ready.Result;
        var task = ready.AsTask();
        task.ContinueWith(_ => woken.Set(), TaskContinuationOptions.ExecuteSynchronously);
        woken.WaitOne();
        return task.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        queue.Writer.TryComplete();
        thread?.Join(TimeSpan.FromSeconds(10));
        woken.Dispose();
    }
}

/// <summary>PostgreSQL: the pool does the same work.</summary>
public sealed class DirectLane : IWriteLane
{
    public Task<int> Save(AppDb db, Func<int> save, Func<Task<int>> saveAsync, CancellationToken cancel) => saveAsync();

    public async Task<T> Write<T>(AppDb db, Func<T> work, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var result = work();
        await transaction.CommitAsync(cancel);
        return result;
    }

    /// <summary>The server's log is the server's: its administrator keeps it (docs/operations.md).</summary>
    public Task<bool> ForgetOrder() => Task.FromResult(true);
}
