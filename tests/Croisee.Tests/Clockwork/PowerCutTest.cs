using System.Collections.Concurrent;
using Croisee.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Clockwork;

/// <summary>The files as they lie when the power goes (F03): every copy taken while people write opens, is sound, holds the beginning of what was written and all that was confirmed before.</summary>
[Trait("kind", "slow")]
public sealed class PowerCutTest(PowerCutTest.Slow place) : IClassFixture<PowerCutTest.Slow>, IDisposable
{
    const int Writers = 4, Copies = 500;
    /// <summary>So many rows at most for each copy: the log must not be emptied into the main file while both are copied.</summary>
    const int RowsForACopy = 2;
    /// <summary>Of the write-ahead log: its own header, then that of each page before the page.</summary>
    const int LogHeader = 32, Frame = 24 + 4096;
    readonly string folder = Directory.CreateTempSubdirectory("croisee-coupure-").FullName;

    /// <summary>A disk that takes its time, so that a copy often falls inside a commit.</summary>
    public sealed class Slow : WatchedPlace
    {
        protected override Storage Tuned(Storage storage) => storage with { CommitDelay = TimeSpan.FromMilliseconds(1) };
    }

    string Log => place.Storage.SqliteFile + "-wal";
    Storage Copied => new(Engine.Sqlite, "", folder);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>An empty log beside a main file that no longer changes.</summary>
    async Task<byte[]> Quiet(string table)
    {
        await place.Given.TheClockworkStopped();
        await Sql($"create table {table} (writer integer, number integer)");
        while (!await place.Lane.ForgetOrder()) await Task.Delay(10, TestContext.Current.CancellationToken);
        return await File.ReadAllBytesAsync(place.Storage.SqliteFile, TestContext.Current.CancellationToken);
    }

    Task Sql(string sql) => place.Db(db => db.Write(d => d.Database.ExecuteSqlRaw(sql)));
    Task Write(string table, int writer, int number) => Sql($"insert into {table} values ({writer}, {number})");

    byte[] ReadLog()
    {
        using var file = new FileStream(Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes[..read];
    }

    SqliteConnection After(ReadOnlySpan<byte> log)
    {
        File.WriteAllBytes(Copied.SqliteFile + "-wal", log);
        File.Delete(Copied.SqliteFile + "-shm");
        var connection = new SqliteConnection(Copied.ReaderConnection + ";Pooling=False");
        connection.Open();
        return connection;
    }

    static List<(int Writer, int Number)> Rows(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"select writer, number from {table} order by writer, number";
        using var row = command.ExecuteReader();
        var rows = new List<(int, int)>();
        while (row.Read()) rows.Add((row.GetInt32(0), row.GetInt32(1)));
        return rows;
    }

    static void Sound(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "pragma integrity_check";
        Assert.Equal("ok", command.ExecuteScalar());
    }

    [Fact]
    public async Task Every_copy_of_the_live_files_is_a_sound_beginning_with_all_that_was_confirmed()
    {
        if (Place.PostgresServer is not null) return;
        var main = await Quiet("coupures");
        await File.WriteAllBytesAsync(Copied.SqliteFile, main, TestContext.Current.CancellationToken);
        var (begun, confirmed, copies, over) = (new int[Writers], new int[Writers], 0, false);
        var faults = new ConcurrentQueue<string>();
        var writers = Enumerable.Range(0, Writers).Select(w => Task.Run(async () =>
        {
            for (var n = 1; !Volatile.Read(ref over); n++)
            {
                while (n * Writers > RowsForACopy * (Volatile.Read(ref copies) + 4) && !Volatile.Read(ref over)) await Task.Delay(1);
                Volatile.Write(ref begun[w], n);
                await Write("coupures", w, n);
                Volatile.Write(ref confirmed[w], n);
            }
        })).ToList();
        for (; copies < Copies; Interlocked.Increment(ref copies))
        {
            var before = Enumerable.Range(0, Writers).Select(w => Volatile.Read(ref confirmed[w])).ToArray();
            var log = ReadLog();
            var after = Enumerable.Range(0, Writers).Select(w => Volatile.Read(ref begun[w])).ToArray();
            using var copy = After(log);
            Sound(copy);
            var stored = Rows(copy, "coupures").ToLookup(r => r.Writer, r => r.Number);
            for (var w = 0; w < Writers; w++)
            {
                if (!stored[w].SequenceEqual(Enumerable.Range(1, stored[w].Count()))) faults.Enqueue($"copy {copies}: writer {w} is no beginning");
                if (stored[w].Count() < before[w]) faults.Enqueue($"copy {copies}: writer {w} lost what was confirmed");
                if (stored[w].Count() > after[w]) faults.Enqueue($"copy {copies}: writer {w} has more than was sent");
            }
        }
        Volatile.Write(ref over, true);
        await Task.WhenAll(writers);
        Assert.Empty(faults);
        Assert.True(confirmed.Sum() > Copies, "Too little was written to say anything.");
        // Else a copy was of two instants.
        Assert.Equal(main, await File.ReadAllBytesAsync(place.Storage.SqliteFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_log_cut_at_any_byte_of_its_last_pages_gives_what_was_stored_before()
    {
        if (Place.PostgresServer is not null) return;
        await File.WriteAllBytesAsync(Copied.SqliteFile, await Quiet("coupes"), TestContext.Current.CancellationToken);
        var lengths = new List<int> { LogHeader };
        for (var n = 1; n <= 3; n++)
        {
            await Write("coupes", 0, n);
            // A log that was cut keeps its length only when it was cut to nothing: here it grows with each commit.
            lengths.Add(ReadLog().Length);
        }
        var log = ReadLog();
        Assert.All(lengths.Skip(1), l => Assert.Equal(0, (l - LogHeader) % Frame));
        for (var length = lengths[1]; length <= log.Length; length++)
        {
            using var copy = After(log.AsSpan(0, length));
            // As many as were whole by then, and not one more.
            Assert.Equal(lengths.FindLastIndex(l => l <= length), Rows(copy, "coupes").Count);
            if (length % 512 == 0) Sound(copy);
        }
    }
}
