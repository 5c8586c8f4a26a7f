using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.Library;

sealed class SearchedSheetMapping : IEntityTypeConfiguration<SearchedSheet>
{
    public void Configure(EntityTypeBuilder<SearchedSheet> sheet)
    {
        // Its triggers stamp `changed`; the model never writes it after the insert.
        sheet.ToTable("searched_sheets", table => table.HasTrigger("searched_sheets_changed"));
        sheet.HasKey(s => s.No);
        sheet.Property(s => s.No).HasColumnName("no").ValueGeneratedOnAdd();
        sheet.Property(s => s.Id).HasColumnName("id");
        sheet.Property(s => s.Title).HasColumnName("title");
        sheet.Property(s => s.Text).HasColumnName("text");
        sheet.Property(s => s.Codes).HasColumnName("codes");
        sheet.Property(s => s.PublishedOn).HasColumnName("published_on");
        sheet.Property(s => s.Shown).HasColumnName("shown");
        sheet.Property(s => s.Changed).HasColumnName("changed");
        sheet.HasIndex(s => s.Id).IsUnique();
    }
}
