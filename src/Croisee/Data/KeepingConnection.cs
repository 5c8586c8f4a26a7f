using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Croisee.Data;

/// <summary>
/// A connection that keeps what it has prepared. On SQLite, parsing and planning a page's statement costs four times its run,
/// and EF makes a new command for every run: the interceptor gives it the one that is kept, with the new values.
/// </summary>
sealed class KeepingConnection(string connectionString) : SqliteConnection(connectionString)
{
    const int Most = 64;
    readonly Dictionary<string, KeptCommand> kept = new(StringComparer.Ordinal);

    public DbCommand Kept(SqliteCommand fresh)
    {
        if (!kept.TryGetValue(fresh.CommandText, out var command))
        {
            if (kept.Count >= Most) Forget();
            kept[fresh.CommandText] = command = new KeptCommand { Connection = this, CommandText = fresh.CommandText };
        }
        if (!command.Take()) return fresh; // The same statement is still being read: this time it is prepared anew.
        command.CommandTimeout = fresh.CommandTimeout;
        command.Transaction = fresh.Transaction;
        foreach (SqliteParameter parameter in fresh.Parameters) command.Parameters.Add(parameter);
        fresh.Dispose();
        return command;
    }

    public override void Close()
    {
        Forget();
        base.Close();
    }

    void Forget()
    {
        foreach (var command in kept.Values) command.End();
        kept.Clear();
    }

    /// <summary>Disposed by EF after each run, it only becomes free again.</summary>
    sealed class KeptCommand : SqliteCommand
    {
        bool taken, ended;

        public bool Take() => !taken && (taken = true);

        public void End()
        {
            ended = true;
            if (!taken) Dispose();
        }

        protected override void Dispose(bool disposing)
        {
            taken = false;
            if (ended) base.Dispose(disposing);
            else Parameters.Clear();
        }
    }
}

/// <summary>Gives EF the kept command in place of its new one.</summary>
sealed class KeptStatements : DbCommandInterceptor
{
    public override DbCommand CommandInitialized(CommandEndEventData data, DbCommand command) =>
        command is SqliteCommand { Connection: KeepingConnection connection } fresh ? connection.Kept(fresh) : command;
}
