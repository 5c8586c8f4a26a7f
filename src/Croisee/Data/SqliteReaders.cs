using System.Collections.Concurrent;

namespace Croisee.Data;

/// <summary>
/// Read-only connections that stay open, each with the statements it has prepared (<see cref="KeepingConnection"/>). A context borrows one for its scope.
/// EF adds its own functions (decimals, regular expressions) to the connections that it makes, not to these: a statement that asks for one is refused at its first run.
/// </summary>
public sealed class SqliteReaders(Storage storage) : IDisposable
{
    /// <summary>
    /// As many stay open as requests are usually under way at once on a small machine: one that waits for its save still holds its reader, and a reader
    /// that is closed prepares everything anew. Each holds half a megabyte of pages: the system keeps the file in memory once for all of them.
    /// </summary>
    const int Idle = 16;
    readonly ConcurrentStack<KeepingConnection> idle = new();
    volatile bool over;

    internal KeepingConnection Rent() => idle.TryPop(out var reader) ? reader : Open();

    internal void Return(KeepingConnection reader)
    {
        if (over || idle.Count >= Idle) reader.Dispose();
        else idle.Push(reader);
    }

    KeepingConnection Open()
    {
        var reader = new KeepingConnection(storage.ReaderConnection);
        reader.Open();
        using var pages = reader.CreateCommand();
        pages.CommandText = "pragma cache_size=-512";
        pages.ExecuteNonQuery();
        return reader;
    }

    public void Dispose()
    {
        over = true;
        while (idle.TryPop(out var reader)) reader.Dispose();
    }
}
