using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Promises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class PromisesMapping : IEntityTypeConfiguration<Promise>, IEntityTypeConfiguration<PromisedPart>, IEntityTypeConfiguration<DateProposal>
{
    public void Configure(EntityTypeBuilder<Promise> builder)
    {
        builder.Property(promise => promise.Id).ValueGeneratedNever();
        builder.Property(promise => promise.Number).HasMaxLength(40);
        builder.Property(promise => promise.Pack).HasMaxLength(60);
        builder.Property(promise => promise.Edition).HasMaxLength(60);
        builder.Property(promise => promise.Cause).HasMaxLength(40);
        builder.Property(promise => promise.Plant).HasMaxLength(100);
        builder.Property(promise => promise.CauseNote).HasMaxLength(2000);
        builder.Property(promise => promise.CauseBy).HasMaxLength(100);
        builder.HasOne<Order>().WithOne().HasForeignKey<Promise>(promise => promise.Id).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Dealer>().WithMany().HasForeignKey(promise => promise.DealerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(promise => promise.Parts).WithOne().HasForeignKey("PromiseId").OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(promise => promise.Parts).AutoInclude();
        builder.Ignore(promise => promise.Open);
        // What the sweep asks for: a night costs what is late, not what exists.
        builder.HasIndex(promise => new { promise.NextLookAt, promise.Id }).HasFilter("\"NextLookAt\" IS NOT NULL");
        // What is still owed, the earliest first, for the boards: a dealer's own, and everybody's.
        builder.HasIndex(promise => new { promise.DealerId, promise.DueOn, promise.Id }).HasFilter("\"DueOn\" IS NOT NULL");
        builder.HasIndex(promise => new { promise.DueOn, promise.Id }).HasFilter("\"DueOn\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<PromisedPart> builder)
    {
        builder.Property(part => part.Id).ValueGeneratedNever();
        builder.Property(part => part.Family).HasMaxLength(40);
        builder.Property(part => part.Spec).HasMaxLength(200);
        builder.Property(part => part.Colour).HasMaxLength(40);
        builder.Property(part => part.Clause).HasMaxLength(200);
        builder.HasIndex("PromiseId", nameof(PromisedPart.LineNumber));
    }

    public void Configure(EntityTypeBuilder<DateProposal> builder)
    {
        builder.Property(proposal => proposal.Id).ValueGeneratedNever();
        builder.Property(proposal => proposal.OrderNumber).HasMaxLength(40);
        builder.Property(proposal => proposal.Families).HasMaxLength(400);
        builder.Property(proposal => proposal.Clause).HasMaxLength(200);
        builder.Property(proposal => proposal.Reason).HasMaxLength(2000);
        builder.Property(proposal => proposal.ProposedBy).HasMaxLength(100);
        builder.Property(proposal => proposal.AnsweredBy).HasMaxLength(100);
        builder.HasOne<Promise>().WithMany().HasForeignKey(proposal => proposal.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Dealer>().WithMany().HasForeignKey(proposal => proposal.DealerId).OnDelete(DeleteBehavior.Restrict);
        // One proposal of an order waits at a time; and what was proposed on it.
        builder.HasIndex(proposal => new { proposal.OrderId, proposal.ProposedAt });
        // What waits for a dealer's word.
        builder.HasIndex(proposal => new { proposal.DealerId, proposal.LapsesAt }).HasFilter("\"Answer\" IS NULL");
        // The reminders that are due.
        builder.HasIndex(proposal => proposal.NextReminderAt).HasFilter("\"NextReminderAt\" IS NOT NULL");
    }
}
