using Croisee.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.Jobs;

sealed class JobRunMapping : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> run)
    {
        run.ToTable("job_runs");
        run.HasKey(r => r.Name);
    }
}

public static class JobSets
{
    extension(AppDb db)
    {
        public DbSet<JobRun> JobRuns => db.Set<JobRun>();
    }
}
