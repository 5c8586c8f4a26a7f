using Croisee.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.Journal;

sealed class JournalEntryMapping : IEntityTypeConfiguration<JournalEntry>, IEntityTypeConfiguration<Refusal>
{
    public void Configure(EntityTypeBuilder<Refusal> refusal)
    {
        refusal.ToTable("refusals");
        refusal.HasKey(r => new { r.Day, r.What, r.Who, r.Route });
    }

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
        public DbSet<Refusal> Refusals => db.Set<Refusal>();
    }
}
