using System.Text.Json;
using Croisee.Data;
using Croisee.Experiences.Exchange;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.Experiences;

sealed class ExperiencesMapping : IEntityTypeConfiguration<Call>, IEntityTypeConfiguration<CallExtension>, IEntityTypeConfiguration<CallQuestion>, IEntityTypeConfiguration<PublishedNotice>, IEntityTypeConfiguration<CallTurn>, IEntityTypeConfiguration<Experience>,
    IEntityTypeConfiguration<Passage>, IEntityTypeConfiguration<Author>, IEntityTypeConfiguration<DepositStep>, IEntityTypeConfiguration<Contact>, IEntityTypeConfiguration<Message>, IEntityTypeConfiguration<Attachment>, IEntityTypeConfiguration<WebLink>, IEntityTypeConfiguration<ImportedPast>
{
    public void Configure(EntityTypeBuilder<Call> call)
    {
        call.ToTable("calls");
        call.HasOne(c => c.Organisation).WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        call.HasMany(c => c.Extensions).WithOne().HasForeignKey(e => e.CallId).OnDelete(DeleteBehavior.Cascade);
        call.HasMany(c => c.Notices).WithOne().HasForeignKey(n => n.CallId).OnDelete(DeleteBehavior.Cascade);
        call.HasMany(c => c.Questions).WithOne().HasForeignKey(q => q.CallId).OnDelete(DeleteBehavior.Cascade);
        Json(call.Property(c => c.Blocks));
        Json(call.Property(c => c.Notice));
        Json(call.Property(c => c.Contexts));
        Json(call.Property(c => c.OrganisationTypes));
        call.Ignore(c => c.IsPublic).Ignore(c => c.Asked);
    }

    public void Configure(EntityTypeBuilder<CallExtension> extension) => extension.ToTable("call_extensions");
    public void Configure(EntityTypeBuilder<CallQuestion> question) => question.ToTable("call_questions");

    public void Configure(EntityTypeBuilder<PublishedNotice> notice)
    {
        notice.ToTable("call_notices");
        notice.HasKey(n => new { n.CallId, n.Number });
        Json(notice.Property(n => n.Notice));
    }

    public void Configure(EntityTypeBuilder<CallTurn> turn)
    {
        turn.ToTable("call_turns");
        turn.HasKey(t => new { t.CallId, t.Act, t.Day });
        turn.HasOne<Call>().WithMany().HasForeignKey(t => t.CallId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Experience> experience)
    {
        experience.ToTable("experiences");
        experience.HasOne(e => e.Call).WithMany().HasForeignKey(e => e.CallId).OnDelete(DeleteBehavior.Restrict);
        experience.HasMany(e => e.Passages).WithOne().HasForeignKey(p => p.ExperienceId).OnDelete(DeleteBehavior.Cascade);
        experience.HasMany(e => e.Authors).WithOne(a => a.Experience).HasForeignKey(a => a.ExperienceId).OnDelete(DeleteBehavior.Cascade);
        experience.HasMany(e => e.Steps).WithOne().HasForeignKey(s => s.ExperienceId).OnDelete(DeleteBehavior.Cascade);
        experience.Ignore(e => e.IsOpenToAuthors);
    }

    public void Configure(EntityTypeBuilder<Passage> passage) => passage.ToTable("passages");
    public void Configure(EntityTypeBuilder<Author> author) => author.ToTable("authors");

    public void Configure(EntityTypeBuilder<DepositStep> step)
    {
        step.ToTable("deposit_steps");
        step.HasKey(s => new { s.ExperienceId, s.Code });
    }

    public void Configure(EntityTypeBuilder<Contact> contact) => contact.ToTable("contacts");
    public void Configure(EntityTypeBuilder<Message> message) { message.ToTable("messages"); message.HasOne<Experience>().WithMany().HasForeignKey(m => m.ExperienceId).OnDelete(DeleteBehavior.Cascade); }
    public void Configure(EntityTypeBuilder<Attachment> attachment) { attachment.ToTable("attachments"); attachment.HasOne<Experience>().WithMany().HasForeignKey(a => a.ExperienceId).OnDelete(DeleteBehavior.Cascade); }
    public void Configure(EntityTypeBuilder<WebLink> link) { link.ToTable("web_links"); link.HasOne<Experience>().WithMany().HasForeignKey(l => l.ExperienceId).OnDelete(DeleteBehavior.Cascade); }

    public void Configure(EntityTypeBuilder<ImportedPast> past)
    {
        past.ToTable("imported_pasts");
        past.HasKey(p => p.ExperienceId);
        past.Property(p => p.ExperienceId).ValueGeneratedNever();
        past.HasOne<Experience>().WithOne().HasForeignKey<ImportedPast>(p => p.ExperienceId).OnDelete(DeleteBehavior.Cascade);
        Json(past.Property(p => p.MinorityOpinions));
        Json(past.Property(p => p.Coding));
    }

    /// <summary>A value object in one text column, compared by its text.</summary>
    static void Json<TValue>(PropertyBuilder<TValue> property) where TValue : class => property.HasConversion(
        v => JsonSerializer.Serialize(v, JsonSerializerOptions.Default), t => JsonSerializer.Deserialize<TValue>(t, JsonSerializerOptions.Default)!,
        new ValueComparer<TValue>((a, b) => JsonSerializer.Serialize(a, JsonSerializerOptions.Default) == JsonSerializer.Serialize(b, JsonSerializerOptions.Default),
            v => JsonSerializer.Serialize(v, JsonSerializerOptions.Default).GetHashCode(), v => JsonSerializer.Deserialize<TValue>(JsonSerializer.Serialize(v, JsonSerializerOptions.Default), JsonSerializerOptions.Default)!));
}

public static class ExperienceSets
{
    extension(AppDb db)
    {
        public DbSet<Call> Calls => db.Set<Call>();
        public DbSet<CallTurn> CallTurns => db.Set<CallTurn>();
        public DbSet<Experience> Experiences => db.Set<Experience>();
        public DbSet<Passage> Passages => db.Set<Passage>();
        public DbSet<Author> Authors => db.Set<Author>();
        public DbSet<DepositStep> DepositSteps => db.Set<DepositStep>();
        public DbSet<Contact> Contacts => db.Set<Contact>();
        public DbSet<Message> Messages => db.Set<Message>();
        public DbSet<Attachment> Attachments => db.Set<Attachment>();
        public DbSet<WebLink> WebLinks => db.Set<WebLink>();
        public DbSet<ImportedPast> ImportedPasts => db.Set<ImportedPast>();
    }
}
