using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Croisee.Data;
using Croisee.Framework;

namespace Croisee.Library.OpenData;

/// <summary>
/// Reads published sheets for those who take them elsewhere: in the order of entry, some at a time, each time from the last one on. But for where the
/// page of a name is, nothing is held between two readings, neither rows nor a view of the database: a reader on a slow line costs nobody anything, and what was withdrawn meanwhile is not there.
/// </summary>
public sealed class PublishedSheets(SearchedSheetRows rows, Labels labels, Settings settings, IServiceScopeFactory scopes)
{
    /// <summary>The first batch is small: the file starts at once.</summary>
    const int FirstBatch = 20, Batch = 200;

    const string Columns = "select x.no, s.reference, s.number, s.published_at, s.updated_at, s.content, s.id from searched_sheets x join sheets s on s.id = x.id where s.withdrawn_at is null and ";

    /// <param name="numbers">Only these, ascending; null for all.</param>
    internal async IAsyncEnumerable<IReadOnlyList<PublicSheet>> Read(IReadOnlyList<int>? numbers, [EnumeratorCancellation] CancellationToken stop)
    {
        var (done, last, most, known) = (0, 0, FirstBatch, new KnownStructures());
        while (numbers is null || done < numbers.Count)
        {
            var some = numbers?.Skip(done).Take(most).ToList();
            var batch = some is null ? await After(last, most, known, stop) : await Of(some, known, stop);
            if (batch.Count > 0) yield return batch;
            if (some is null)
            {
                if (batch.Count < most) yield break;
                last = batch[^1].No;
            }
            done += most;
            most = Batch;
        }
    }

    /// <summary>The published ones among these, in the order of entry.</summary>
    internal Task<IReadOnlyList<PublicSheet>> Of(IReadOnlyList<int> numbers, CancellationToken stop) => Of(numbers, new KnownStructures(), stop);

    Task<IReadOnlyList<PublicSheet>> Of(IReadOnlyList<int> numbers, KnownStructures known, CancellationToken stop) => numbers.Count == 0
        ? Task.FromResult<IReadOnlyList<PublicSheet>>([])
        : Rows($"x.no in ({string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)))}) order by x.no", known, stop);

    Task<IReadOnlyList<PublicSheet>> After(int last, int most, KnownStructures known, CancellationToken stop) => Rows(string.Create(CultureInfo.InvariantCulture, $"x.no > {last} order by x.no limit {most}"), known, stop);

    internal async Task<PublicSheet?> One(string reference, CancellationToken stop) => (await Rows("s.reference = @reference", new KnownStructures(), stop, reference)).SingleOrDefault();

    /// <summary>The company is read once the rows are let go: a second connection asked for while holding one would empty the pool when many come at once.</summary>
    async Task<IReadOnlyList<PublicSheet>> Rows(string which, KnownStructures known, CancellationToken stop, string? reference = null) => await Accompanied(await Bare(which, reference, stop), known, stop);

    async Task<List<Row>> Bare(string which, string? reference, CancellationToken stop)
    {
        await using var connection = await rows.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = Columns + which; // Whole numbers of our own only.
        if (reference is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@reference", reference);
            command.Parameters.Add(parameter);
        }
        await using var reader = await command.ExecuteReaderAsync(stop);
        var batch = new List<Row>();
        while (await reader.ReadAsync(stop)) batch.Add(RowOf(reader));
        return batch;
    }

    sealed record Row(Guid Id, int No, string Reference, int Number, DateTime PublishedAt, DateTime UpdatedAt, string Content);

    static Row RowOf(DbDataReader row) => new(row.GetGuid(6), row.GetInt32(0), row.GetString(1), row.GetInt32(2), Utc(row, 3), Utc(row, 4), row.GetString(5));

    /// <summary>With what stands beside each: read for the batch, then let go like the batch.</summary>
    async Task<IReadOnlyList<PublicSheet>> Accompanied(IReadOnlyList<Row> batch, KnownStructures known, CancellationToken stop)
    {
        if (batch.Count == 0) return [];
        using var scope = scopes.CreateScope();
        var company = await SheetCompany.Of(scope.ServiceProvider.GetRequiredService<AppDb>(), [.. batch.Select(r => r.Id)], settings.Origin, known, stop);
        return [.. batch.Select(r => new PublicSheet(r.No, r.Reference, r.Number, r.PublishedAt, r.UpdatedAt, SheetContent.FromJson(r.Content), labels.Book, settings.Origin, company[r.Id]))];
    }

    static DateTime Utc(DbDataReader row, int column) => DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc);
}
