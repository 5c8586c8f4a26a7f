using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Framework;

public static class FrameworkSets
{
    extension(AppDb db)
    {
        public DbSet<FrameworkLabel> FrameworkLabels => db.Set<FrameworkLabel>();
    }
}
