using Croisee.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.Surveys.Aside;

sealed class AsideMapping : IEntityTypeConfiguration<SetAside>
{
    public void Configure(EntityTypeBuilder<SetAside> aside)
    {
        aside.ToTable("set_asides");
        aside.HasOne<Survey>().WithMany().HasForeignKey(a => a.SurveyId).OnDelete(DeleteBehavior.Cascade);
        aside.Ignore(a => a.IsOn).Ignore(a => a.IsWhole).Ignore(a => a.IsUndecided);
    }
}

public static class AsideSets
{
    extension(AppDb db)
    {
        public DbSet<SetAside> SetAsides => db.Set<SetAside>();
    }
}
