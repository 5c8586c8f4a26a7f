using System.Data.Common;
using Croisee.Data;
using Croisee.Library;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>The same sheets in SQLite and in the engine of this run: the same answers, to the last place.</summary>
public sealed class SheetSearchContractTest(Place place) : IClassFixture<Place>
{
    static readonly string[] Words = "résident usagers usagère égalité égales conseil parole décision jardin santé CVS écoute participation participer".Split(' ');

    [Fact]
    public async Task Answers_alike_on_both_engines()
    {
        var folder = Directory.CreateTempSubdirectory("croisee-contract-").FullName;
        try
        {
            var sqlite = Storage.From(null, folder);
            Schema.Apply(sqlite);
            var rows = Rows(new Random(20270315)).ToList();
            using var first = Fill(sqlite, rows);
            using var second = Fill(place.Storage, rows);
            using var here = new SheetSearch(new SearchedSheetRows(sqlite));
            using var there = new SheetSearch(new SearchedSheetRows(place.Storage));
            foreach (var question in Questions()) Assert.Equal(Said(await here.AskAsync(question)), Said(await there.AskAsync(question)));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    static string Said(SearchAnswer answer) => string.Join('\n',
        [$"{answer.Total} {answer.Widened} {string.Join(' ', answer.Words)}", .. answer.Sheets.Select(id => id.ToString()),
            .. answer.Facets.SelectMany(f => f.Value.Select(c => $"{f.Key}:{c.Key} {c.Value}")).Order(StringComparer.Ordinal)]);

    static IEnumerable<SearchQuestion> Questions() =>
        from text in Words.Concat(["résident conseil ", "par", "é", "cvs OU jardin ", "rien du tout", "conseil vie sociale", "jardin santé écoute parole décision ", ""])
        from sort in Enum.GetValues<SearchSort>()
        from page in new[] { 1, 2, 9 }
        from filter in new[] { null, "XA", "YB" }
        select new SearchQuestion(text, filter is null ? null : new Dictionary<string, IReadOnlySet<string>> { [filter[..1]] = new HashSet<string> { filter[1..] } }, sort, page);

    static IEnumerable<object[]> Rows(Random random)
    {
        for (var i = 0; i < 400; i++)
            yield return [new Guid(i, 7, 7, new byte[8]), Some(random, 3), Some(random, 25), $"X:{"ABC"[random.Next(3)]} Y:{"AB"[random.Next(2)]}", new DateOnly(2026, 1, 1).AddDays(random.Next(60)), random.Next(10) > 0];
    }

    static string Some(Random random, int words) => string.Join(' ', Enumerable.Range(0, random.Next(1, words)).Select(_ => Words[random.Next(Words.Length)]));

    static DbConnection Fill(Storage storage, List<object[]> rows)
    {
        DbConnection connection = storage.Engine == Engine.Sqlite ? new SqliteConnection(storage.WriterConnection) : new NpgsqlConnection(storage.ConnectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        foreach (var row in rows)
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "insert into searched_sheets (id, title, text, codes, published_on, shown) values (@p0, @p1, @p2, @p3, @p4, @p5)";
            for (var i = 0; i < row.Length; i++)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = ($"@p{i}", row[i]);
                command.Parameters.Add(parameter);
            }
            command.ExecuteNonQuery();
        }
        transaction.Commit();
        return connection;
    }
}
