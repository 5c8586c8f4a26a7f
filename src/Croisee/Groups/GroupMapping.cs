using Croisee.Data;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.Groups;

sealed class GroupMapping : IEntityTypeConfiguration<Group>, IEntityTypeConfiguration<Seat>, IEntityTypeConfiguration<SeatInvitation>, IEntityTypeConfiguration<ParityOverride>
{
    public void Configure(EntityTypeBuilder<Group> group)
    {
        group.ToTable("groups");
        group.Ignore(g => g.Rule).Ignore(g => g.Colleges).Ignore(g => g.AuditedId).Ignore(g => g.IsArchived);
        group.HasOne<Organisation>().WithMany().HasForeignKey(g => g.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        group.HasMany(g => g.Seats).WithOne().HasForeignKey(s => s.GroupId).OnDelete(DeleteBehavior.Cascade);
        group.HasMany(g => g.Invitations).WithOne().HasForeignKey(i => i.GroupId).OnDelete(DeleteBehavior.Cascade);
        group.HasMany(g => g.Overrides).WithOne().HasForeignKey(o => o.GroupId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Seat> seat)
    {
        seat.ToTable("seats");
        seat.Ignore(s => s.Mandate).Ignore(s => s.AuditedId);
        seat.HasOne<Seat>().WithMany().HasForeignKey(s => s.FollowsId).OnDelete(DeleteBehavior.SetNull);
        seat.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SeatInvitation> invitation)
    {
        invitation.ToTable("seat_invitations");
        invitation.Ignore(i => i.AuditedId).Ignore(i => i.ExpiresAt);
        invitation.HasOne<Seat>().WithMany().HasForeignKey(i => i.SeatId).OnDelete(DeleteBehavior.Cascade);
        invitation.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
        invitation.HasOne<Person>().WithMany().HasForeignKey(i => i.InvitedBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ParityOverride> excuse)
    {
        excuse.ToTable("parity_overrides");
        excuse.Ignore(e => e.AuditedId);
        excuse.HasOne<Person>().WithMany().HasForeignKey(e => e.GivenBy).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class GroupSets
{
    extension(AppDb db)
    {
        public DbSet<Group> Groups => db.Set<Group>();
        public DbSet<Seat> Seats => db.Set<Seat>();
    }
}
