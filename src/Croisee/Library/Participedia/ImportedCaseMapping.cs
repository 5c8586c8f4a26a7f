using Croisee.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.Library.Participedia;

sealed class ImportedCaseMapping : IEntityTypeConfiguration<ImportedCase>
{
    public void Configure(EntityTypeBuilder<ImportedCase> one)
    {
        one.ToTable("imported_cases");
        one.Ignore(c => c.Address);
        one.HasIndex(c => c.Number).IsUnique();
    }
}

public static class ImportedCaseSets
{
    extension(AppDb db)
    {
        public DbSet<ImportedCase> ImportedCases => db.Set<ImportedCase>();
    }
}
