using Croisee.Data;
using Croisee.Groups;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.Deliberation;

sealed class DeliberationMapping : IEntityTypeConfiguration<Deliberation>, IEntityTypeConfiguration<PanelSeat>, IEntityTypeConfiguration<Recusal>,
    IEntityTypeConfiguration<Opinion>, IEntityTypeConfiguration<Remark>, IEntityTypeConfiguration<Ballot>, IEntityTypeConfiguration<ChainLink>
{
    public void Configure(EntityTypeBuilder<Deliberation> question)
    {
        question.ToTable("deliberations");
        question.Ignore(d => d.AuditedId).Ignore(d => d.Subject).Ignore(d => d.Quorum).Ignore(d => d.Panel).Ignore(d => d.IsWithdrawn).Ignore(d => d.IsCounted).Ignore(d => d.IsDropped).Ignore(d => d.LastDay).Ignore(d => d.ClosingCode);
        question.HasOne<Group>().WithMany().HasForeignKey(d => d.GroupId).OnDelete(DeleteBehavior.Restrict);
        question.HasMany(d => d.Seats).WithOne().HasForeignKey(s => s.DeliberationId).OnDelete(DeleteBehavior.Cascade);
        question.HasMany(d => d.Recusals).WithOne().HasForeignKey(r => r.DeliberationId).OnDelete(DeleteBehavior.Cascade);
        question.HasMany(d => d.Opinions).WithOne().HasForeignKey(o => o.DeliberationId).OnDelete(DeleteBehavior.Cascade);
        question.HasMany(d => d.Remarks).WithOne().HasForeignKey(r => r.DeliberationId).OnDelete(DeleteBehavior.Cascade);
        question.HasMany(d => d.Ballots).WithOne().HasForeignKey(b => b.DeliberationId).OnDelete(DeleteBehavior.Cascade);
        question.HasMany(d => d.Links).WithOne().HasForeignKey(l => l.DeliberationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PanelSeat> seat)
    {
        seat.ToTable("panel_seats");
        seat.HasOne<Seat>().WithMany().HasForeignKey(s => s.SeatId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Recusal> recusal)
    {
        recusal.ToTable("recusals");
        recusal.HasOne<Seat>().WithMany().HasForeignKey(r => r.SeatId).OnDelete(DeleteBehavior.Restrict);
        recusal.HasOne<Seat>().WithMany().HasForeignKey(r => r.RestoredBySeatId).OnDelete(DeleteBehavior.Restrict);
        recusal.HasOne<Person>().WithMany().HasForeignKey(r => r.DeclaredBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Opinion> opinion)
    {
        opinion.ToTable("opinions");
        opinion.HasOne<Seat>().WithMany().HasForeignKey(o => o.SeatId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Remark> remark)
    {
        remark.ToTable("remarks");
        remark.HasOne<Seat>().WithMany().HasForeignKey(r => r.SeatId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Ballot> ballot)
    {
        ballot.ToTable("ballots");
        ballot.HasOne<Seat>().WithMany().HasForeignKey(b => b.SeatId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ChainLink> link) => link.ToTable("chain_links").Ignore(l => l.Code);
}

public static class DeliberationSets
{
    extension(AppDb db)
    {
        public DbSet<Deliberation> Deliberations => db.Set<Deliberation>();
    }
}

public static class DeliberationQueries
{
    /// <summary>With everything that its rules look at: the roll, recusals, opinions, remarks, ballots, its chain.</summary>
    public static IQueryable<Deliberation> Whole(this IQueryable<Deliberation> questions) => questions
        .Include(d => d.Seats.OrderBy(s => s.Number)).Include(d => d.Recusals.OrderBy(r => r.DeclaredAt).ThenBy(r => r.Id)).Include(d => d.Opinions.OrderBy(o => o.GivenAt).ThenBy(o => o.Id))
        .Include(d => d.Remarks.OrderBy(r => r.SaidAt).ThenBy(r => r.Id)).Include(d => d.Ballots.OrderBy(b => b.CastAt).ThenBy(b => b.Id))
        .Include(d => d.Links.OrderBy(l => l.Number)).AsSplitQuery();

    public static IQueryable<Deliberation> About(this IQueryable<Deliberation> questions, Subject subject) =>
        questions.Where(d => d.SubjectKind == subject.Kind && d.SubjectId == subject.Id);
}
