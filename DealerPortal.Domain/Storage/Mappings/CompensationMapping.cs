using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class CompensationMapping : IEntityTypeConfiguration<LedgerEntry>, IEntityTypeConfiguration<ExcusedSpan>, IEntityTypeConfiguration<SpanDraft>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.OrderNumber).HasMaxLength(40);
        builder.Property(entry => entry.Clause).HasMaxLength(200);
        builder.Property(entry => entry.Cause).HasMaxLength(40);
        builder.HasOne<Order>().WithMany().HasForeignKey(entry => entry.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Dealer>().WithMany().HasForeignKey(entry => entry.DealerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LedgerEntry>().WithMany().HasForeignKey(entry => entry.PreviousId).OnDelete(DeleteBehavior.Restrict);
        // A chain of an order and date begins once …
        builder.HasIndex(entry => new { entry.OrderId, entry.Date }).IsUnique().HasFilter("\"PreviousId\" IS NULL AND \"OrderId\" IS NOT NULL").HasDatabaseName("IX_Ledger_OneBeginning");
        // … and each of its lines is followed once: so a date has one earning that stands, or none.
        builder.HasIndex(entry => entry.PreviousId).IsUnique().HasFilter("\"PreviousId\" IS NOT NULL");
        // One batch is paid once.
        builder.HasIndex(entry => entry.BatchId).IsUnique().HasFilter("\"BatchId\" IS NOT NULL");
        // An order's lines by date: what the sweep compares with the facts.
        builder.HasIndex(entry => new { entry.OrderId, entry.Date, entry.WrittenAt });
        // A dealer's balance and statement.
        builder.HasIndex(entry => new { entry.DealerId, entry.Date });
        // What earned on the dates of a span.
        builder.HasIndex(entry => new { entry.Date, entry.OrderId });
    }

    public void Configure(EntityTypeBuilder<ExcusedSpan> builder)
    {
        builder.Property(span => span.Id).ValueGeneratedNever();
        builder.Property(span => span.Region).HasMaxLength(40);
        builder.Property(span => span.Carrier).HasMaxLength(100);
        builder.Property(span => span.Reason).HasMaxLength(40);
        builder.Property(span => span.Description).HasMaxLength(2000);
        builder.Property(span => span.Documents).HasMaxLength(4000);
        builder.Property(span => span.RecordedBy).HasMaxLength(100);
        builder.Ignore(span => span.Said);
        builder.HasOne<Order>().WithMany().HasForeignKey(span => span.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(span => span.ApprovalId).IsUnique();
        // Granted, and the orders it concerns not yet told.
        builder.HasIndex(span => span.RecordedAt).HasFilter("\"IsGranted\" AND \"SpreadAt\" IS NULL").HasDatabaseName("IX_ExcusedSpans_ToSpread");
        // What reaches an order, by each of the three ways.
        builder.HasIndex(span => span.OrderId);
        builder.HasIndex(span => new { span.Region, span.FirstDate });
        builder.HasIndex(span => new { span.Carrier, span.FirstDate });
    }

    public void Configure(EntityTypeBuilder<SpanDraft> builder)
    {
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        // One a person: opening the form twice at once is one.
        builder.HasIndex(draft => draft.Writer).IsUnique();
    }
}
