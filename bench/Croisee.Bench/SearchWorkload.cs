using System.Data.Common;
using System.Diagnostics;
using Croisee.Bench.Data;
using Croisee.Data;
using Croisee.Library;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Croisee.Bench;

/// <summary>
/// Search over generated sheets with facet counts, through <see cref="ISheetSearch"/> on the product's own schema,
/// against plain FTS5 on the same sheets (first twenty by rank, no facets, no total). Prints one line for each class of
/// query and for the mix: p50 and p99 in ms, CPU-ms for each query.
/// </summary>
public static class SearchWorkload
{
    public sealed record Figures(string Workload, int Queries, double P50, double P99, double CpuMs)
    {
        public override string ToString() => FormattableString.Invariant($"{Workload,-22} n={Queries,-6} p50={P50:0.00} ms  p99={P99:0.00} ms  cpu={CpuMs:0.00} ms");
    }

    /// <param name="postgres">A connection string of an empty database, or null for SQLite in a temporary folder.</param>
    public static async Task<IReadOnlyList<Figures>> Run(int sheets, int wordsEach, int queries, bool plain, string? postgres = null, int seed = 20_270_315)
    {
        var folder = Directory.CreateTempSubdirectory("croisee-bench-").FullName;
        try
        {
            var storage = Storage.From(postgres, folder);
            Schema.Apply(storage);
            var generated = new GeneratedSheets(seed, wordsEach);
            var before = GC.GetTotalMemory(true);
            Timed("fill", () => Fill(storage, generated.Take(sheets)));
            using var search = new SheetSearch(new SearchedSheetRows(storage));
            var clock = Stopwatch.StartNew();
            await search.CatchUpAsync();
            Console.WriteLine(FormattableString.Invariant($"{sheets} sheets: index read in {clock.Elapsed.TotalSeconds:0.00} s, {(GC.GetTotalMemory(true) - before) / 1e6:0} MB"));
            var figures = await Measure(search, generated.Vocabulary, queries, seed);
            if (plain && postgres is null) figures.AddRange(SearchPlain.Measure(folder, new GeneratedSheets(seed, wordsEach).Take(sheets), generated.Vocabulary, queries / 10, seed));
            foreach (var line in figures) Console.WriteLine(line);
            return figures;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task<List<Figures>> Measure(SheetSearch search, IReadOnlyList<string> vocabulary, int queries, int seed)
    {
        var mix = new SearchMix(seed + 1, vocabulary);
        for (var i = 0; i < 300; i++) await search.AskAsync(mix.Next().Question);
        var times = new List<(string Kind, double Ms, double Cpu)>();
        for (var i = 0; i < queries; i++)
        {
            var (kind, question) = mix.Next();
            var cpu = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.GetTimestamp();
            var answer = await search.AskAsync(question);
            times.Add((kind, Stopwatch.GetElapsedTime(clock).TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds));
            if (answer.Sheets.Count != Math.Min(answer.Total, 20)) throw new InvalidOperationException($"wrong page for {question.Text}");
        }
        return [.. times.GroupBy(t => t.Kind).Select(g => Of("ours " + g.Key, [.. g.Select(t => (t.Ms, t.Cpu))])).OrderBy(f => f.Workload),
            Of("ours mix", [.. times.Select(t => (t.Ms, t.Cpu))])];
    }

    internal static Figures Of(string workload, List<(double Ms, double Cpu)> times)
    {
        var sorted = times.Select(t => t.Ms).Order().ToList();
        return new Figures(workload, sorted.Count, sorted[sorted.Count / 2], sorted[sorted.Count * 99 / 100], times.Average(t => t.Cpu));
    }

    internal static void Timed(string what, Action act)
    {
        var clock = Stopwatch.StartNew();
        act();
        Console.WriteLine(FormattableString.Invariant($"{what}: {clock.Elapsed.TotalSeconds:0.0} s"));
    }

    static void Fill(Storage storage, IEnumerable<GeneratedSheet> sheets)
    {
        using DbConnection connection = storage.Engine == Engine.Sqlite ? new SqliteConnection(storage.WriterConnection) : new NpgsqlConnection(storage.ConnectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "insert into searched_sheets (id, title, text, codes, published_on, shown) values (@id, @title, @text, @codes, @day, @shown)";
        string[] names = ["@id", "@title", "@text", "@codes", "@day", "@shown"];
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        foreach (var sheet in sheets)
        {
            object[] values = [Guid.CreateVersion7(), sheet.Title, sheet.Text, string.Join(' ', sheet.Codes.Select(c => $"{c.Field}:{c.Code}")), sheet.PublishedOn, true];
            for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
            command.ExecuteNonQuery();
        }
        transaction.Commit();
    }
}
