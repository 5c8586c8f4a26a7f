using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Croisee.Bench.Ceiling;

/// <summary>
/// One thread owns the only writing connection; everything that waits shares one durable commit (WAL, FULL).
/// The queue is bounded: a full one refuses at once, so that memory cannot grow with the crowd.
/// </summary>
public sealed class GroupedWriter : IDisposable
{
    private const int QueueLimit = 4096;
    private const int LargestBatch = 256;

    private readonly Channel<Submission> queue = Channel.CreateBounded<Submission>(new BoundedChannelOptions(QueueLimit) { SingleReader = true });
    private readonly SqliteConnection connection;
    private readonly Thread thread;
    private readonly TimeSpan delay;
    private readonly bool acknowledgeEarly;

    /// <param name="delay">Slept before each commit, as a disk that really flushes would (quality.md 0.5).</param>
    /// <param name="acknowledgeEarly">
    /// Confirms before the commit: WRONG on purpose, the negative control that shows the acknowledgement test can fail.
    /// </param>
    public GroupedWriter(string file, TimeSpan delay, bool acknowledgeEarly)
    {
        this.delay = delay;
        this.acknowledgeEarly = acknowledgeEarly;
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        Execute("CREATE TABLE IF NOT EXISTS Submissions (Id INTEGER PRIMARY KEY, Key BLOB NOT NULL UNIQUE, Choices BLOB NOT NULL, Text TEXT NOT NULL)");
        thread = new Thread(Drain) { IsBackground = true, Name = "writer" };
        thread.Start();
    }

    /// <summary>Ends after the commit that holds the row; false at once when the queue is full.</summary>
    public Task<bool> StoreAsync(byte[] key, byte[] choices, string text)
    {
        var submission = new Submission(key, choices, text);
        return queue.Writer.TryWrite(submission) ? submission.Stored.Task : Task.FromResult(false);
    }

    public void Dispose()
    {
        queue.Writer.TryComplete();
        thread.Join();
        connection.Dispose();
    }

    private void Drain()
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Submissions (Key, Choices, Text) VALUES ($key, $choices, $text)";
        var key = insert.Parameters.Add("$key", SqliteType.Blob);
        var choices = insert.Parameters.Add("$choices", SqliteType.Blob);
        var text = insert.Parameters.Add("$text", SqliteType.Text);
        var batch = new List<Submission>(LargestBatch);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            while (batch.Count < LargestBatch && queue.Reader.TryRead(out var submission))
            {
                (key.Value, choices.Value, text.Value) = (submission.Key, submission.Choices, submission.Text);
                insert.ExecuteNonQuery();
                batch.Add(submission);
            }
            if (acknowledgeEarly) Acknowledge(batch);
            if (delay > TimeSpan.Zero) Thread.Sleep(delay);
            transaction.Commit();
            Acknowledge(batch);
        }
    }

    private static void Acknowledge(List<Submission> batch)
    {
        foreach (var submission in batch) submission.Stored.TrySetResult(true);
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed record Submission(byte[] Key, byte[] Choices, string Text)
    {
        public TaskCompletionSource<bool> Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
