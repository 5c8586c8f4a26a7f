using Croisee.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.Library;

sealed class SearchedSheetMapping : IEntityTypeConfiguration<SearchedSheet>
{
    public void Configure(EntityTypeBuilder<SearchedSheet> sheet)
    {
        sheet.ToTable("searched_sheets");
        sheet.HasKey(s => s.No);
        sheet.HasIndex(s => s.Id).IsUnique();
    }
}

public static class SearchedSheetSets
{
    extension(AppDb db)
    {
        public DbSet<SearchedSheet> SearchedSheets => db.Set<SearchedSheet>();
    }
}
