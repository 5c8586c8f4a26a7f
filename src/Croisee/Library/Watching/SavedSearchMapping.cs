using Croisee.Data;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.Library.Watching;

sealed class SavedSearchMapping : IEntityTypeConfiguration<SavedSearch>, IEntityTypeConfiguration<SearchAddress>, IEntityTypeConfiguration<ToldSheet>
{
    public void Configure(EntityTypeBuilder<SavedSearch> search)
    {
        search.ToTable("saved_searches");
        search.Ignore(s => s.Href);
        search.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        search.HasOne(s => s.Address).WithOne().HasForeignKey<SearchAddress>(a => a.SearchId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SearchAddress> address)
    {
        address.ToTable("search_addresses");
        address.HasKey(a => a.SearchId);
        address.Property(a => a.SearchId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<ToldSheet> told)
    {
        told.ToTable("told_sheets");
        told.HasKey(t => new { t.SearchId, t.SheetId });
        told.HasOne<SavedSearch>().WithMany().HasForeignKey(t => t.SearchId).OnDelete(DeleteBehavior.Cascade);
        told.HasOne<Sheet>().WithMany().HasForeignKey(t => t.SheetId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class WatchingSets
{
    extension(AppDb db)
    {
        public DbSet<SavedSearch> SavedSearches => db.Set<SavedSearch>();
        public DbSet<SearchAddress> SearchAddresses => db.Set<SearchAddress>();
        public DbSet<ToldSheet> ToldSheets => db.Set<ToldSheet>();
    }
}
