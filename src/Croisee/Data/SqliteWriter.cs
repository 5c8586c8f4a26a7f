using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Data;

/// <summary>The writing connection of the lane, lent to one context after the other inside one transaction.</summary>
sealed class SqliteWriter(Storage storage)
{
    /// <summary>What is deleted is overwritten (secure_delete): an erased answer is not left in a free part of a page.</summary>
    const string Pragmas = "pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma temp_store=memory; pragma cache_size=-4000; pragma wal_autocheckpoint=2000; pragma secure_delete=on;";
    readonly KeepingConnection connection = Open(storage);
    SqliteTransaction? transaction;

    public static KeepingConnection Open(Storage storage)
    {
        var connection = new KeepingConnection(storage.WriterConnection);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
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

    /// <summary>True when nothing is left of the log; a reader in the middle of a statement keeps it.</summary>
    public bool EmptyLog()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "pragma wal_checkpoint(truncate)";
        using var row = command.ExecuteReader();
        return row.Read() && row.GetInt64(0) == 0;
    }

    public void Close()
    {
        try { transaction?.Dispose(); }
        catch (SqliteException) { /* The connection is broken anyway; the next one decides whether the file is well. */ }
        try { connection.Dispose(); }
        catch (SqliteException) { /* As above. */ }
    }
}
