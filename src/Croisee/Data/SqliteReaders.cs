using System.Collections.Concurrent;

namespace Croisee.Data;

/// <summary>
/// Read-only connections that stay open, each with the statements it has prepared (<see cref="KeepingConnection"/>). A context borrows one for its scope.
/// EF adds its own functions (decimals, regular expressions) to the connections that it makes, not to these: a statement that asks for one is refused at its first run.
/// </summary>
public sealed class SqliteReaders(Storage storage) : IDisposable
{
    /// <summary>As many stay open as requests usually read at once on a small machine; each holds some hundred kilobytes.</summary>
    const int Idle = 6;
    readonly ConcurrentBag<KeepingConnection> idle = [];
    volatile bool over;

    internal KeepingConnection Rent() => idle.TryTake(out var reader) ? reader : Open();

    internal void Return(KeepingConnection reader)
    {
        if (over || idle.Count >= Idle) reader.Dispose();
        else idle.Add(reader);
    }

    KeepingConnection Open()
    {
        var reader = new KeepingConnection(storage.ReaderConnection);
        reader.Open();
        return reader;
    }

    public void Dispose()
    {
        over = true;
        while (idle.TryTake(out var reader)) reader.Dispose();
    }
}
