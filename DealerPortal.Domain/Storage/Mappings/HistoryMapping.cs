using DealerPortal.Domain.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class HistoryMapping : IEntityTypeConfiguration<HistoryEntry>, IEntityTypeConfiguration<HistoryHead>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> builder)
    {
        builder.HasKey(entry => entry.Number);
        builder.Property(entry => entry.Number).ValueGeneratedNever();
        builder.Property(entry => entry.ActorName).HasMaxLength(100);
        builder.Property(entry => entry.From).HasMaxLength(100);
        builder.Property(entry => entry.Clause).HasMaxLength(120);
        builder.Property(entry => entry.PreviousHash).HasMaxLength(64);
        builder.Property(entry => entry.Hash).HasMaxLength(64);
        // A timeline reads one thing's entries in order.
        builder.HasIndex(entry => new { entry.Subject, entry.Number });
        // The auditor asks for one kind, newest first.
        builder.HasIndex(entry => new { entry.What, entry.Number });
    }

    public void Configure(EntityTypeBuilder<HistoryHead> builder)
    {
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.Property(head => head.Hash).HasMaxLength(64);
        builder.HasData(new { Id = 1, Number = 0L, Hash = "" });
    }
}
