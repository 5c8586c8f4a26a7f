using System.Text.Json;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.Groups;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.Review;

sealed class ReviewMapping : IEntityTypeConfiguration<ReadingGroup>, IEntityTypeConfiguration<Pair>, IEntityTypeConfiguration<ReadingRecusal>, IEntityTypeConfiguration<Reading>, IEntityTypeConfiguration<Settlement>, IEntityTypeConfiguration<SettlementProposal>, IEntityTypeConfiguration<Selection>
{
    public void Configure(EntityTypeBuilder<ReadingGroup> group)
    {
        group.ToTable("reading_groups").Ignore(g => g.IsOpen);
        group.Property(g => g.Days).HasColumnName("days_to_read");
        group.HasOne<Call>().WithMany().HasForeignKey(g => g.CallId).OnDelete(DeleteBehavior.Restrict);
        group.HasOne<Group>().WithMany().HasForeignKey(g => g.GroupId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Pair> pair)
    {
        pair.ToTable("pairs");
        pair.HasOne<Experience>().WithMany().HasForeignKey(p => p.ExperienceId).OnDelete(DeleteBehavior.Cascade);
        pair.HasOne<Group>().WithMany().HasForeignKey(p => p.GroupId).OnDelete(DeleteBehavior.Restrict);
        pair.HasOne<Seat>().WithMany().HasForeignKey(p => p.ServiceUserSeatId).OnDelete(DeleteBehavior.Restrict);
        pair.HasOne<Seat>().WithMany().HasForeignKey(p => p.ProfessionalSeatId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReadingRecusal> recusal)
    {
        recusal.ToTable("reading_recusals");
        recusal.HasOne<Experience>().WithMany().HasForeignKey(r => r.ExperienceId).OnDelete(DeleteBehavior.Cascade);
        recusal.HasOne<Seat>().WithMany().HasForeignKey(r => r.SeatId).OnDelete(DeleteBehavior.Restrict);
        recusal.HasOne<People.Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Reading> reading)
    {
        reading.ToTable("readings").Ignore(r => r.IsGiven);
        reading.HasOne<Pair>().WithMany().HasForeignKey(r => r.PairId).OnDelete(DeleteBehavior.Cascade);
        reading.HasOne<Seat>().WithMany().HasForeignKey(r => r.SeatId).OnDelete(DeleteBehavior.Restrict);
        HasCoding(reading.Property(r => r.Coding));
        Json(reading.Property(r => r.Criteria), notes => notes.ToDictionary(n => n.Key, n => n.Value.AsMeant()));
    }

    public void Configure(EntityTypeBuilder<Settlement> settlement)
    {
        settlement.ToTable("settlements").Ignore(s => s.IsAccepted).Ignore(s => s.IsByGroup).Ignore(s => s.IsVoid);
        settlement.HasMany(s => s.Proposals).WithOne().HasForeignKey(p => p.SettlementId).OnDelete(DeleteBehavior.Cascade);
        settlement.Navigation(s => s.Proposals).UsePropertyAccessMode(PropertyAccessMode.Field);
        settlement.HasOne<Pair>().WithMany().HasForeignKey(s => s.PairId).OnDelete(DeleteBehavior.Cascade);
        HasCoding(settlement.Property(s => s.Coding));
    }

    public void Configure(EntityTypeBuilder<SettlementProposal> proposal)
    {
        proposal.ToTable("settlement_proposals");
        HasCoding(proposal.Property(p => p.Coding));
    }

    public void Configure(EntityTypeBuilder<Selection> selection)
    {
        selection.ToTable("selections");
        selection.HasOne<Experience>().WithMany().HasForeignKey(s => s.ExperienceId).OnDelete(DeleteBehavior.Cascade);
        selection.HasOne<Deliberation.Deliberation>().WithMany().HasForeignKey(s => s.DeliberationId).OnDelete(DeleteBehavior.Restrict);
        Json(selection.Property(s => s.MinorityOpinions));
    }

    sealed record StoredCoding(string Landmarks, string? Degree, string? Level);

    static void HasCoding(PropertyBuilder<Coding> property) => property.HasConversion(
        c => JsonSerializer.Serialize(new StoredCoding(LandmarksJson.Write(c.Landmarks), c.Degree, c.Level), JsonSerializerOptions.Default),
        t => FromStored(JsonSerializer.Deserialize<StoredCoding>(t, JsonSerializerOptions.Default)!), new ValueComparer<Coding>((a, b) => Equals(a, b), c => c.GetHashCode(), c => c));

    static Coding FromStored(StoredCoding stored) => new() { Landmarks = LandmarksJson.Read(stored.Landmarks), Degree = stored.Degree, Level = stored.Level };

    /// <param name="understood">Reads what was stored in an older form.</param>
    static void Json<TValue>(PropertyBuilder<TValue> property, Func<TValue, TValue>? understood = null) where TValue : class => property.HasConversion(
        v => JsonSerializer.Serialize(v, JsonSerializerOptions.Default), t => Read(t, understood),
        new ValueComparer<TValue>((a, b) => JsonSerializer.Serialize(a, JsonSerializerOptions.Default) == JsonSerializer.Serialize(b, JsonSerializerOptions.Default),
            v => JsonSerializer.Serialize(v, JsonSerializerOptions.Default).GetHashCode(), v => JsonSerializer.Deserialize<TValue>(JsonSerializer.Serialize(v, JsonSerializerOptions.Default), JsonSerializerOptions.Default)!));

    static TValue Read<TValue>(string stored, Func<TValue, TValue>? understood)
    {
        var value = JsonSerializer.Deserialize<TValue>(stored, JsonSerializerOptions.Default)!;
        return understood is null ? value : understood(value);
    }
}

public static class ReviewSets
{
    extension(AppDb db)
    {
        public DbSet<ReadingGroup> ReadingGroups => db.Set<ReadingGroup>();
        public DbSet<Pair> Pairs => db.Set<Pair>();
        public DbSet<ReadingRecusal> ReadingRecusals => db.Set<ReadingRecusal>();
        public DbSet<Reading> Readings => db.Set<Reading>();
        public DbSet<Settlement> Settlements => db.Set<Settlement>();
        public DbSet<Selection> Selections => db.Set<Selection>();
    }
}

public static class ReviewQueries
{
    /// <summary>Those in which something is proposed or fixed: not what a declared link set aside.</summary>
    public static IQueryable<Settlement> Standing(this IQueryable<Settlement> settlements) => settlements.Where(s => s.VoidedAt == null);

    /// <summary>What is fixed of an experience, what was fixed last first.</summary>
    public static IQueryable<Settlement> Fixed(this IQueryable<Settlement> settlements, Guid experience) =>
        settlements.Where(s => s.ExperienceId == experience && s.AcceptedAt != null).OrderByDescending(s => s.RevisedAt ?? s.AcceptedAt);
}
