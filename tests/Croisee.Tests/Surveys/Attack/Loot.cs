using System.Text;
using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Tests.Surveys.Attack;

/// <summary>What an attacker carries away: every table as text in the order in which the engine gives its rows and in that of its hidden columns, the files of the data folder, the lines of the log.</summary>
sealed class Loot
{
    public required IReadOnlyDictionary<string, List<string>> Tables { get; init; }
    /// <summary>By name, as they lie on the disk at this instant.</summary>
    public required IReadOnlyDictionary<string, byte[]> Files { get; init; }
    public required string Log { get; init; }

    public static async Task<Loot> Take(Place place, string log)
    {
        var postgres = place.Storage.Engine is Engine.Postgres;
        var tables = new Dictionary<string, List<string>>();
        foreach (var table in await place.Db(db => Task.FromResult(db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().ToList())))
            foreach (var order in postgres ? ["", "order by ctid", "order by xmin::text::bigint, ctid"] : new[] { "", "order by rowid" })
                if (await Rows(place, postgres, table, order) is { } rows) tables[$"{table} {order}".Trim()] = rows;
        return new() { Tables = tables, Files = Directory.EnumerateFiles(place.Storage.DataFolder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(place.Storage.DataFolder, f), Bytes), Log = log };
    }

    /// <summary>A row as one line of all its columns; null for a table that has no such hidden column.</summary>
    static async Task<List<string>?> Rows(Place place, bool postgres, string table, string order)
    {
        try { return await place.Db(db => Read(db, postgres ? $"select t.xmin::text || ' ' || t::text from {table} t {order}" : $"select * from {table} {order}")); }
        catch (Microsoft.Data.Sqlite.SqliteException) { return null; }
    }

    static async Task<List<string>> Read(AppDb db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i).ToString())));
        return rows;
    }

    static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>Where each of these marks stands in a file, in the order of the file; each as often as it is there.</summary>
    public static List<(int At, int Arrival)> Places(byte[] file, IReadOnlyList<string> marks)
    {
        var found = new List<(int At, int Arrival)>();
        foreach (var (mark, arrival) in marks.Select((m, i) => (Encoding.UTF8.GetBytes(m), i)))
            for (int from = 0, at; (at = file.AsSpan(from).IndexOf(mark)) >= 0; from += at + 1) found.Add((from + at, arrival));
        return [.. found.OrderBy(f => f.At)];
    }
}
