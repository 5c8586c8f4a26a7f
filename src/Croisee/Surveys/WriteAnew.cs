using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys;

/// <summary>
/// Rows taken out and put back in the order of their random ids and in one transaction. As they came, a page of the file keeps them in that order, and on PostgreSQL the number of
/// the transaction too: whoever has the file would know who came after whom (R10, S22).
/// </summary>
static class WriteAnew
{
    /// <summary>A hundred thousand rows of one day must not be in memory at once.</summary>
    const int Part = 2000;

    /// <param name="key">Property that is random.</param>
    /// <param name="change">What becomes of each row on the way.</param>
    public static int Rows<T, TKey>(AppDb d, IQueryable<T> all, string key, Action<T>? change = null) where T : class
    {
        foreach (var known in d.ChangeTracker.Entries<T>().ToList()) known.State = EntityState.Detached;
        var saved = 0;
        foreach (var part in all.OrderBy(r => EF.Property<TKey>(r, key)).Select(r => EF.Property<TKey>(r, key)).ToList().Chunk(Part))
        {
            var mine = all.Where(r => part.Contains(EF.Property<TKey>(r, key)));
            // Others write at the same time there: what they change between the reading and the taking out would be lost. What they add has other keys.
            if (d.Database.IsNpgsql()) Hold(d, typeof(T), key, part);
            var rows = mine.AsNoTracking().OrderBy(r => EF.Property<TKey>(r, key)).ToList();
            mine.ExecuteDelete();
            if (change is not null) rows.ForEach(change);
            d.Set<T>().AddRange(rows);
            saved += d.SaveInWrite();
            foreach (var row in rows) d.Entry(row).State = EntityState.Detached;
        }
        return saved;
    }

    static void Hold(AppDb d, Type noun, string key, Array part)
    {
        var type = d.Model.FindEntityType(noun)!;
        var sql = $"select 1 from {type.GetTableName()} where {type.FindProperty(key)!.GetColumnName()} = any({{0}}) for update";
        d.Database.ExecuteSqlRaw(sql, new object[] { part });
    }
}
