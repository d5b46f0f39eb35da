using DealerPortal.Domain.Dealers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class DealersMapping : IEntityTypeConfiguration<Dealer>, IEntityTypeConfiguration<TierPeriod>, IEntityTypeConfiguration<TierReview>, IEntityTypeConfiguration<TierProposal>
{
    public void Configure(EntityTypeBuilder<Dealer> builder)
    {
        builder.Property(dealer => dealer.Id).ValueGeneratedNever();
        builder.Property(dealer => dealer.Code).HasMaxLength(40);
        builder.Property(dealer => dealer.Name).HasMaxLength(200);
        builder.Property(dealer => dealer.Region).HasMaxLength(40);
        builder.Property(dealer => dealer.Phone).HasMaxLength(40);
        builder.HasIndex(dealer => dealer.Code).IsUnique();
        builder.HasIndex(dealer => dealer.Region);
        builder.Property(dealer => dealer.PhoneDigits).HasMaxLength(20);
        builder.Property(dealer => dealer.PhoneBackwards).HasMaxLength(20);
        // Whose number it is, from its front and from its end.
        builder.HasIndex(dealer => dealer.PhoneDigits);
        builder.HasIndex(dealer => dealer.PhoneBackwards);
    }

    public void Configure(EntityTypeBuilder<TierPeriod> builder)
    {
        builder.Property(period => period.Id).ValueGeneratedNever();
        builder.Property(period => period.Tier).HasMaxLength(20);
        builder.HasOne<Dealer>().WithMany().HasForeignKey(period => period.DealerId).OnDelete(DeleteBehavior.Restrict);
        // A dealer's tier on a date: the latest that began by then. One a date.
        builder.HasIndex(period => new { period.DealerId, period.From }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TierReview> builder)
    {
        builder.Property(review => review.Id).ValueGeneratedNever();
        builder.Property(review => review.SubmittedBy).HasMaxLength(100);
        builder.Property(review => review.ClosedBy).HasMaxLength(100);
        // One a month, whoever asks.
        builder.HasIndex(review => review.Month).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TierProposal> builder)
    {
        builder.Property(proposal => proposal.Id).ValueGeneratedNever();
        builder.Property(proposal => proposal.Tier).HasMaxLength(20);
        builder.Property(proposal => proposal.ProposedBy).HasMaxLength(100);
        builder.Property(proposal => proposal.DecidedBy).HasMaxLength(100);
        builder.HasOne<Dealer>().WithMany().HasForeignKey(proposal => proposal.DealerId).OnDelete(DeleteBehavior.Restrict);
        // One waits for a dealer. Those that were decided have nothing here, which both databases let many rows have.
        builder.HasIndex(proposal => proposal.WaitsFor).IsUnique();
    }
}
