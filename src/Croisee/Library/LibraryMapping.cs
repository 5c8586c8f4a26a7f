using Croisee.Data;
using Croisee.Experiences;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.Library;

sealed class LibraryMapping : IEntityTypeConfiguration<Sheet>, IEntityTypeConfiguration<SheetVersion>, IEntityTypeConfiguration<SheetCode>, IEntityTypeConfiguration<EasyReading>,
    IEntityTypeConfiguration<News>, IEntityTypeConfiguration<NewsAsk>, IEntityTypeConfiguration<ReaderWord>, IEntityTypeConfiguration<AwaitingReader>, IEntityTypeConfiguration<Method>, IEntityTypeConfiguration<SheetLink>, IEntityTypeConfiguration<FormerMethod>, IEntityTypeConfiguration<StructureTie>
{
    public void Configure(EntityTypeBuilder<Sheet> sheet)
    {
        sheet.ToTable("sheets");
        sheet.Ignore(s => s.IsShown);
        sheet.HasOne<Experience>().WithOne().HasForeignKey<Sheet>(s => s.Id).OnDelete(DeleteBehavior.Restrict);
        sheet.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        sheet.HasMany(s => s.Versions).WithOne().HasForeignKey(v => v.SheetId).OnDelete(DeleteBehavior.Cascade);
        sheet.HasMany(s => s.Codes).WithOne().HasForeignKey(c => c.SheetId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SheetVersion> version)
    {
        version.ToTable("sheet_versions");
        version.HasKey(v => new { v.SheetId, v.Number });
        version.Property(v => v.Number).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<SheetCode> code)
    {
        code.ToTable("sheet_codes");
        code.HasKey(c => new { c.SheetId, c.Field, c.Code });
    }

    public void Configure(EntityTypeBuilder<EasyReading> reading)
    {
        reading.ToTable("easy_readings");
        reading.HasOne<Sheet>().WithMany().HasForeignKey(r => r.SheetId).OnDelete(DeleteBehavior.Cascade);
        reading.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<News> news)
    {
        news.ToTable("news");
        news.HasOne<Sheet>().WithMany().HasForeignKey(n => n.SheetId).OnDelete(DeleteBehavior.Cascade);
        news.Ignore(n => n.IsStopped);
    }

    public void Configure(EntityTypeBuilder<NewsAsk> ask)
    {
        ask.ToTable("news_asks");
        ask.HasOne<Sheet>().WithMany().HasForeignKey(a => a.SheetId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ReaderWord> word)
    {
        word.ToTable("reader_words");
        word.Ignore(w => w.IsHiddenMeanwhile).Ignore(w => w.WasKept);
        word.HasOne<Sheet>().WithMany().HasForeignKey(w => w.SheetId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AwaitingReader> reader)
    {
        reader.ToTable("awaiting_readers");
        reader.HasKey(r => r.WordId);
        reader.HasOne<ReaderWord>().WithOne().HasForeignKey<AwaitingReader>(r => r.WordId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Method> method) => method.ToTable("methods");

    public void Configure(EntityTypeBuilder<SheetLink> link)
    {
        link.ToTable("sheet_links");
        link.HasOne<Sheet>().WithMany().HasForeignKey(l => l.SheetId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<Sheet>().WithMany().HasForeignKey(l => l.SourceId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<Method>().WithMany().HasForeignKey(l => l.MethodId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FormerMethod> former)
    {
        former.ToTable("former_methods");
        former.HasKey(f => f.Reference);
        former.HasOne<Method>().WithMany().HasForeignKey(f => f.MethodId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<StructureTie> tie)
    {
        tie.ToTable("structure_ties");
        tie.Ignore(t => t.One).Ignore(t => t.Other);
        tie.HasOne<Organisation>().WithMany().HasForeignKey(t => t.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class LibrarySets
{
    extension(AppDb db)
    {
        public DbSet<Sheet> Sheets => db.Set<Sheet>();
        public DbSet<SheetVersion> SheetVersions => db.Set<SheetVersion>();
        public DbSet<SheetCode> SheetCodes => db.Set<SheetCode>();
        public DbSet<EasyReading> EasyReadings => db.Set<EasyReading>();
        public DbSet<News> News => db.Set<News>();
        public DbSet<NewsAsk> NewsAsks => db.Set<NewsAsk>();
        public DbSet<Method> Methods => db.Set<Method>();
        public DbSet<SheetLink> SheetLinks => db.Set<SheetLink>();
        public DbSet<FormerMethod> FormerMethods => db.Set<FormerMethod>();
        public DbSet<StructureTie> StructureTies => db.Set<StructureTie>();
        public DbSet<ReaderWord> ReaderWords => db.Set<ReaderWord>();
        public DbSet<AwaitingReader> AwaitingReaders => db.Set<AwaitingReader>();
    }
}
