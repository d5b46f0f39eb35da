using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Settlements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class SettlementsMapping : IEntityTypeConfiguration<Batch>, IEntityTypeConfiguration<BatchLine>, IEntityTypeConfiguration<LineQuestion>
{
    public void Configure(EntityTypeBuilder<Batch> builder)
    {
        builder.Property(batch => batch.Id).ValueGeneratedNever();
        builder.Property(batch => batch.Number).HasMaxLength(40);
        builder.Property(batch => batch.Clause).HasMaxLength(200);
        builder.Property(batch => batch.DrawnUpBy).HasMaxLength(100);
        builder.Property(batch => batch.Reference).HasMaxLength(100);
        builder.Property(batch => batch.PaidBy).HasMaxLength(100);
        builder.HasOne<Dealer>().WithMany().HasForeignKey(batch => batch.DealerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ApprovalRequest>().WithOne().HasForeignKey<Batch>(batch => batch.ApprovalId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(batch => batch.Number).IsUnique();
        // A dealer's statements, newest first.
        builder.HasIndex(batch => new { batch.DealerId, batch.DrawnUpAt });
        // All of them, newest first, and those in one state: what waits to be paid.
        builder.HasIndex(batch => new { batch.DrawnUpAt, batch.Id });
        builder.HasIndex(batch => new { batch.State, batch.DrawnUpAt });
    }

    public void Configure(EntityTypeBuilder<BatchLine> builder)
    {
        builder.HasKey(line => new { line.BatchId, line.EntryId });
        builder.HasOne<Batch>().WithMany().HasForeignKey(line => line.BatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LedgerEntry>().WithMany().HasForeignKey(line => line.EntryId).OnDelete(DeleteBehavior.Restrict);
        // A line of the ledger stands in one batch at a time: whoever comes second, with whatever batch, is refused here.
        builder.HasIndex(line => line.EntryId).IsUnique().HasFilter("\"ReleasedAt\" IS NULL").HasDatabaseName("IX_BatchLines_OneBatch");
    }

    public void Configure(EntityTypeBuilder<LineQuestion> builder)
    {
        builder.Property(question => question.Id).ValueGeneratedNever();
        builder.Property(question => question.CaseNumber).HasMaxLength(40);
        builder.Property(question => question.AskedBy).HasMaxLength(100);
        builder.HasOne<Complaint>().WithOne().HasForeignKey<LineQuestion>(question => question.Id).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Batch>().WithMany().HasForeignKey(question => question.BatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LedgerEntry>().WithOne().HasForeignKey<LineQuestion>(question => question.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Dealer>().WithMany().HasForeignKey(question => question.DealerId).OnDelete(DeleteBehavior.Restrict);
    }
}
