using Croisee.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.Journal;

sealed class JournalEntryMapping : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> entry)
    {
        entry.ToTable("journal_entries");
        entry.HasKey(e => e.Id);
    }
}

public static class JournalSets
{
    extension(AppDb db)
    {
        public DbSet<JournalEntry> JournalEntries => db.Set<JournalEntry>();
    }
}
