using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Framework;

public static class FrameworkSets
{
    extension(AppDb db)
    {
        public DbSet<FrameworkLabel> FrameworkLabels => db.Set<FrameworkLabel>();
        public DbSet<TermVersion> TermVersions => db.Set<TermVersion>();
    }

    /// <summary>The edition of the words in force now; 0 while nothing was changed.</summary>
    public static async Task<int> FrameworkEdition(this AppDb db) => await db.TermVersions.MaxAsync(v => (int?)v.Edition) ?? 0;
}
