using System.Collections.Concurrent;
using Npgsql;

namespace Croisee.Data;

/// <summary>
/// The other processes that serve the same base. On PostgreSQL each tells the others at once that something public changed; on SQLite there are none.
/// A process that hears the others no more keeps nothing that they could not tell it to forget.
/// </summary>
public sealed class Neighbours(Storage storage, ILogger<Neighbours> log) : BackgroundService
{
    const string Channel = "croisee_public";
    /// <summary>Seconds between two proofs that the line is alive.</summary>
    const int KeepAlive = 5;
    static readonly TimeSpan Again = TimeSpan.FromSeconds(2);
    readonly string me = Guid.CreateVersion7().ToString("N");
    readonly ConcurrentBag<Action> forgets = [];
    readonly TaskCompletionSource tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    volatile bool hears = storage.Engine is Engine.Sqlite;

    /// <summary>Whether what the others change is known here.</summary>
    public bool Hears => hears;

    bool AreAny => storage.Engine is Engine.Postgres;

    /// <summary>What to forget when another process changed what is public.</summary>
    public void OnNews(Action forget) => forgets.Add(forget);

    /// <summary>After the save. A line that is down costs the others what they keep for a minute, not this save.</summary>
    public async Task Tell()
    {
        if (!AreAny) return;
        try { await Notify(); }
        catch (Exception e) { log.LogWarning(e, "The other instances were not told of a change: they show it within a minute."); }
    }

    /// <summary>The first page is kept only where it can be forgotten: the line is tried before the doors open.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        if (AreAny) await tried.Task;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (AreAny && !stoppingToken.IsCancellationRequested)
        {
            try { await Listen(stoppingToken); }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { return; }
            catch (Exception e) { log.LogWarning(e, "The other instances are not heard any more: pages are not kept until they are."); }
            finally
            {
                hears = false;
                tried.TrySetResult();
            }
            try { await Task.Delay(Again, stoppingToken); }
            catch (OperationCanceledException) { return; }
        }
    }

    // Apart, so that a start on SQLite does not load the other engine's library.
    async Task Listen(CancellationToken stop)
    {
        var line = new NpgsqlConnectionStringBuilder(storage.ConnectionString) { Pooling = false, KeepAlive = KeepAlive }.ConnectionString;
        await using var connection = new NpgsqlConnection(line);
        await connection.OpenAsync(stop);
        connection.Notification += (_, news) => { if (news.Payload != me) Forget(); };
        await using (var command = new NpgsqlCommand($"listen {Channel}", connection)) await command.ExecuteNonQueryAsync(stop);
        // What was said before this line was there is not known.
        Forget();
        hears = true;
        tried.TrySetResult();
        while (true) await connection.WaitAsync(stop);
    }

    async Task Notify()
    {
        await using var connection = new NpgsqlConnection(storage.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select pg_notify(@channel, @me)", connection);
        command.Parameters.AddWithValue("channel", Channel);
        command.Parameters.AddWithValue("me", me);
        await command.ExecuteNonQueryAsync();
    }

    void Forget()
    {
        foreach (var forget in forgets) forget();
    }
}
