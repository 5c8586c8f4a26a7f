using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys;

/// <summary>
/// Rows taken out and put back in the order of their random ids, so many in one transaction. As they came, a page of the file keeps them in that order, and on PostgreSQL the number of
/// the transaction too: whoever has the file would know who came after whom (R10, S22). Parts follow that same order, so that which part a row was in says no more than its id does.
/// </summary>
static class WriteAnew
{
    /// <summary>Whoever saves meanwhile waits for one part, not for a hundred thousand rows; and they are never all in memory.</summary>
    internal const int Part = 500;

    /// <param name="key">Property that is random.</param>
    /// <param name="of">Property that the table is kept by first, and its values here: without it the engine would look through all surveys for each part.</param>
    /// <param name="change">What becomes of each row on the way. Without it rows stay in the engine, and none is read here.</param>
    public static async Task Rows<T, TKey>(AppDb db, IQueryable<T> all, string key, CancellationToken stop, Action<T>? change = null, (string Property, IReadOnlyList<Guid> Values)? of = null) where T : class where TKey : notnull
    {
        foreach (var known in db.ChangeTracker.Entries<T>().ToList()) known.State = EntityState.Detached;
        foreach (var part in (await all.OrderBy(r => EF.Property<TKey>(r, key)).Select(r => EF.Property<TKey>(r, key)).ToListAsync(stop)).Chunk(Part))
            await db.WriteWhole(d => change is null ? Move<T>(d, key, part, of) : Change(d, all.Where(r => part.Contains(EF.Property<TKey>(r, key))), key, part, change), stop);
    }

    /// <summary>Whole rows as they are now, by the engine alone: what changed since the keys were read is kept, what is gone stays gone.</summary>
    static int Move<T>(AppDb d, string key, Array part, (string Property, IReadOnlyList<Guid> Values)? of) where T : class
    {
        var (table, column) = NamesOf(d, typeof(T), key);
        var first = of is { } whose ? NamesOf(d, typeof(T), whose.Property).Column : null;
        if (d.Database.IsNpgsql())
        {
            var mine = first is null ? "" : $"{first} = any({{1}}) and ";
            return Sql($"with moved as (delete from {table} where {mine}{column} = any({{0}}) returning *) insert into {table} select * from moved order by {column}", first is null ? [part] : [part, of!.Value.Values.ToArray()]);
        }
        // Taken out all together first: each put back alone would fall into the very room that it left. What is aside lies in memory (temp_store).
        object[] keys = [.. part.Cast<object>()], firsts = of is { } some ? [.. some.Values.Cast<object>()] : [];
        var (inFirst, fromMoved) = first is null ? ("", "") : ($"{first} in ({Holes(keys.Length, firsts.Length)}) and ", $"{first} in (select {first} from moved) and ");
        Sql($"create temp table moved as select * from {table} where {inFirst}{column} in ({Holes(0, keys.Length)})", [.. keys, .. firsts]);
        return Sql($"delete from {table} where {fromMoved}{column} in (select {column} from moved); insert into {table} select * from moved order by {column}; drop table moved");

        // Names of ours alone are put together here; keys are parameters.
        int Sql(string sql, params object[] values) => d.Database.ExecuteSqlRaw(sql, values);
        static string Holes(int from, int count) => string.Join(',', Enumerable.Range(from, count).Select(i => $"{{{i}}}"));
    }

    /// <summary>Read where it is written, for the same reason.</summary>
    static int Change<T, TKey>(AppDb d, IQueryable<T> mine, string key, TKey[] part, Action<T> change) where T : class
    {
        // Others write at the same time there: what they change between the reading and the taking out would be lost. What they add has other keys.
        if (d.Database.IsNpgsql())
        {
            var (table, column) = NamesOf(d, typeof(T), key);
            var held = $"select 1 from {table} where {column} = any({{0}}) for update";
            d.Database.ExecuteSqlRaw(held, new object[] { part });
        }
        var rows = mine.AsNoTracking().OrderBy(r => EF.Property<TKey>(r, key)).ToList();
        mine.ExecuteDelete();
        rows.ForEach(change);
        d.Set<T>().AddRange(rows);
        var saved = d.SaveInWrite();
        foreach (var row in rows) d.Entry(row).State = EntityState.Detached;
        return saved;
    }

    static (string Table, string Column) NamesOf(AppDb d, Type noun, string key)
    {
        var type = d.Model.FindEntityType(noun)!;
        return (type.GetTableName()!, type.FindProperty(key)!.GetColumnName());
    }
}
