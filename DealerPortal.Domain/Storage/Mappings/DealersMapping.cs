using DealerPortal.Domain.Dealers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class DealersMapping : IEntityTypeConfiguration<Dealer>
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
}
