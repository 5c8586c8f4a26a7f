using Croisee.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.Surveys.SafeRoom;

sealed class SafeRoomMapping : IEntityTypeConfiguration<Analyst>, IEntityTypeConfiguration<RoomLine>
{
    public void Configure(EntityTypeBuilder<Analyst> analyst)
    {
        analyst.ToTable("analysts");
        analyst.HasOne<Survey>().WithMany().HasForeignKey(a => a.SurveyId).OnDelete(DeleteBehavior.Restrict);
        analyst.HasOne(a => a.Person).WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RoomLine> line)
    {
        line.ToTable("room_lines");
        line.HasOne<Survey>().WithMany().HasForeignKey(l => l.SurveyId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<Analyst>().WithMany().HasForeignKey(l => l.AnalystId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class SafeRoomSets
{
    extension(AppDb db)
    {
        public DbSet<Analyst> Analysts => db.Set<Analyst>();
        public DbSet<RoomLine> RoomLines => db.Set<RoomLine>();
    }
}
