using DealerPortal.Domain.Dealers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class DealersMapping : IEntityTypeConfiguration<Dealer>, IEntityTypeConfiguration<TierPeriod>
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
    }

    public void Configure(EntityTypeBuilder<TierPeriod> builder)
    {
        builder.Property(period => period.Id).ValueGeneratedNever();
        builder.Property(period => period.Tier).HasMaxLength(20);
        builder.HasOne<Dealer>().WithMany().HasForeignKey(period => period.DealerId).OnDelete(DeleteBehavior.Restrict);
        // A dealer's tier on a date: the latest that began by then. One a date.
        builder.HasIndex(period => new { period.DealerId, period.From }).IsUnique();
    }
}
