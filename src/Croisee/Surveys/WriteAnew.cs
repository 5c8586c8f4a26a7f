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
    /// <param name="change">What becomes of each row on the way.</param>
    public static async Task Rows<T, TKey>(AppDb db, IQueryable<T> all, string key, CancellationToken stop, Action<T>? change = null) where T : class
    {
        foreach (var known in db.ChangeTracker.Entries<T>().ToList()) known.State = EntityState.Detached;
        foreach (var part in (await all.OrderBy(r => EF.Property<TKey>(r, key)).Select(r => EF.Property<TKey>(r, key)).ToListAsync(stop)).Chunk(Part))
            await db.WriteWhole(d => One(d, all.Where(r => part.Contains(EF.Property<TKey>(r, key))), key, part, change), stop);
    }

    /// <summary>Read where it is written: what changed since the keys were read is kept, what is gone stays gone.</summary>
    static int One<T, TKey>(AppDb d, IQueryable<T> mine, string key, TKey[] part, Action<T>? change) where T : class
    {
        // Others write at the same time there: what they change between the reading and the taking out would be lost. What they add has other keys.
        if (d.Database.IsNpgsql()) Hold(d, typeof(T), key, part);
        var rows = mine.AsNoTracking().OrderBy(r => EF.Property<TKey>(r, key)).ToList();
        mine.ExecuteDelete();
        if (change is not null) rows.ForEach(change);
        d.Set<T>().AddRange(rows);
        var saved = d.SaveInWrite();
        foreach (var row in rows) d.Entry(row).State = EntityState.Detached;
        return saved;
    }

    static void Hold(AppDb d, Type noun, string key, Array part)
    {
        var type = d.Model.FindEntityType(noun)!;
        var sql = $"select 1 from {type.GetTableName()} where {type.FindProperty(key)!.GetColumnName()} = any({{0}}) for update";
        d.Database.ExecuteSqlRaw(sql, new object[] { part });
    }
}
