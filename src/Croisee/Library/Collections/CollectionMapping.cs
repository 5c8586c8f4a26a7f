using Croisee.Data;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.Library.Collections;

sealed class CollectionMapping : IEntityTypeConfiguration<Collection>, IEntityTypeConfiguration<CollectionEntry>
{
    public void Configure(EntityTypeBuilder<Collection> collection)
    {
        collection.ToTable("collections");
        collection.HasOne<Person>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Restrict);
        collection.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        collection.HasMany(c => c.Entries).WithOne().HasForeignKey(e => e.CollectionId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CollectionEntry> entry)
    {
        entry.ToTable("collection_entries");
        entry.HasKey(e => new { e.CollectionId, e.SheetId });
        entry.HasOne<Sheet>().WithMany().HasForeignKey(e => e.SheetId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class CollectionSets
{
    extension(AppDb db)
    {
        public DbSet<Collection> Collections => db.Set<Collection>();
        public DbSet<CollectionEntry> CollectionEntries => db.Set<CollectionEntry>();
    }
}
