using DealerPortal.Domain.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class JobsMapping : IEntityTypeConfiguration<JobRun>, IEntityTypeConfiguration<JobPause>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.Job).HasMaxLength(60);
        builder.Property(run => run.Node).HasMaxLength(100);
        builder.Property(run => run.ByHand).HasMaxLength(100);
        builder.Property(run => run.Error).HasMaxLength(2000);
        // One job's runs, newest first; its last one is the first of them.
        builder.HasIndex(run => new { run.Job, run.StartedAt, run.Id });
        // Runs that were cut off by the end of their process.
        builder.HasIndex(run => run.Job).HasFilter("\"FinishedAt\" IS NULL").HasDatabaseName("IX_JobRuns_Unfinished");
        // Tidying up, oldest first, the quiet ones sooner.
        builder.HasIndex(run => new { run.IsQuiet, run.StartedAt });
    }

    public void Configure(EntityTypeBuilder<JobPause> builder)
    {
        builder.Property(pause => pause.Id).ValueGeneratedNever();
        builder.Property(pause => pause.Job).HasMaxLength(60);
        builder.Property(pause => pause.By).HasMaxLength(100);
        builder.HasIndex(pause => pause.Job).IsUnique();
    }
}
