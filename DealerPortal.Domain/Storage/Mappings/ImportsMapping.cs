using DealerPortal.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class ImportsMapping : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.FileName).HasMaxLength(200);
        builder.Property(run => run.Sha256).HasMaxLength(64);
        builder.Property(run => run.UploadedByName).HasMaxLength(100);
        builder.ComplexProperty(run => run.Count);
        // The latest imports, newest first.
        builder.HasIndex(run => run.StartedAt);
    }
}
