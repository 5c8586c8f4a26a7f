using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Data;

/// <summary>The writing connection of the lane, lent to one context after the other inside one transaction.</summary>
sealed class SqliteWriter(Storage storage) : IDisposable
{
    const string Pragmas = "pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma temp_store=memory; pragma cache_size=-20000; pragma wal_autocheckpoint=2000;";
    KeepingConnection connection = Open(storage);
    SqliteTransaction? transaction;

    public static KeepingConnection Open(Storage storage)
    {
        var connection = new KeepingConnection(storage.WriterConnection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        return connection;
    }

    public void Begin() => transaction = connection.BeginTransaction();

    /// <summary>Runs <paramref name="work"/> with the context on this connection, then gives the context its reader back, so that it can go on reading.</summary>
    public T Lend<T>(AppDb db, Func<T> work)
    {
        var database = db.Database;
        var reader = database.GetDbConnection();
        database.CloseConnection();
        database.SetDbConnection(connection);
        database.UseTransaction(transaction);
        try { return work(); }
        finally
        {
            database.UseTransaction(null);
            database.SetDbConnection(reader);
        }
    }

    public void Commit()
    {
        transaction!.Commit();
        transaction.Dispose();
        transaction = null;
    }

    public void Reopen()
    {
        try { Dispose(); }
        catch (SqliteException) { /* The connection is broken anyway; the new one decides whether the file is well. */ }
        connection = Open(storage);
    }

    public void Dispose()
    {
        transaction?.Dispose();
        transaction = null;
        connection.Dispose();
    }
}
