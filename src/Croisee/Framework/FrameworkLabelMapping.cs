using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.Framework;

sealed class FrameworkLabelMapping : IEntityTypeConfiguration<FrameworkLabel>, IEntityTypeConfiguration<TermVersion>
{
    public void Configure(EntityTypeBuilder<FrameworkLabel> label)
    {
        label.ToTable("framework_labels");
        label.HasKey(l => l.Id);
    }

    public void Configure(EntityTypeBuilder<TermVersion> version) => version.ToTable("term_versions");
}
