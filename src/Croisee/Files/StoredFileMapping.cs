using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.Files;

sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> file)
    {
        file.ToTable("stored_files");
        file.HasKey(f => f.Id);
        file.Ignore(f => f.IsClean);
        file.Ignore(f => f.IsIsolated);
        file.Ignore(f => f.NeedsScan);
    }
}

public static class StoredFileSets
{
    extension(DbContext db)
    {
        public DbSet<StoredFile> StoredFiles => db.Set<StoredFile>();
    }

    /// <summary>Kept aside after three tries (<see cref="StoredFile.IsIsolated"/>).</summary>
    public static IQueryable<StoredFile> Isolated(this IQueryable<StoredFile> files) => files.Where(f => f.State == FileState.Refused && f.Reason == Refusal.CouldNotBeScanned);

    /// <summary>Not yet seen by an antivirus, those that made no trouble first, so that a poisoned file holds up nobody.</summary>
    public static IQueryable<StoredFile> WaitingForScan(this IQueryable<StoredFile> files) =>
        files.Where(f => f.State == FileState.Quarantine || f.State == FileState.Clean && !f.Scanned)
            .OrderBy(f => f.Tries).ThenBy(f => f.StoredAt).ThenBy(f => f.Id);
}
