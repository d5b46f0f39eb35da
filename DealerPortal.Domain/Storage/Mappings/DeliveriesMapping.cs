using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class DeliveriesMapping :
    IEntityTypeConfiguration<PickUp>, IEntityTypeConfiguration<PickUpLine>, IEntityTypeConfiguration<PickedUpShipment>, IEntityTypeConfiguration<Rejection>
{
    public void Configure(EntityTypeBuilder<PickUp> builder)
    {
        builder.Property(pickUp => pickUp.Id).ValueGeneratedNever();
        builder.HasMany(pickUp => pickUp.Lines).WithOne().HasForeignKey(line => line.PickUpId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(pickUp => pickUp.Shipments).WithOne().HasForeignKey(shipment => shipment.PickUpId).OnDelete(DeleteBehavior.Cascade);
        // The sweep asks for what is due, earliest first, and reads nothing else.
        builder.HasIndex(pickUp => new { pickUp.NextDueAt, pickUp.Id });
        // A dealer's deliveries, newest first.
        builder.HasIndex(pickUp => new { pickUp.DealerId, pickUp.PickedUpAt, pickUp.Id });
    }

    public void Configure(EntityTypeBuilder<PickUpLine> builder)
    {
        builder.Property(line => line.Id).ValueGeneratedNever();
        builder.Property(line => line.Family).HasMaxLength(40);
        builder.Property(line => line.WindowClause).HasMaxLength(120);
        builder.Ignore(line => line.Window);
        // One window a family in one pick-up.
        builder.HasIndex(line => new { line.PickUpId, line.Family }).IsUnique();
        // Start pages list open lines by what ends first.
        builder.HasIndex(line => new { line.Answer, line.WindowEnds });
    }

    public void Configure(EntityTypeBuilder<PickedUpShipment> builder)
    {
        // The shipment is the key: the same goods cannot be picked up twice, whoever tries.
        builder.HasKey(shipment => shipment.ShipmentId);
        builder.Property(shipment => shipment.ShipmentId).ValueGeneratedNever();
        builder.HasOne<Shipment>().WithMany().HasForeignKey(shipment => shipment.ShipmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(shipment => shipment.PickUpId);
    }

    public void Configure(EntityTypeBuilder<Rejection> builder)
    {
        builder.Property(rejection => rejection.Id).ValueGeneratedNever();
        builder.Property(rejection => rejection.Family).HasMaxLength(40);
        builder.Property(rejection => rejection.AcknowledgedBy).HasMaxLength(100);
        // The dispatcher's board: unacknowledged first, oldest first.
        builder.HasIndex(rejection => new { rejection.AcknowledgedAt, rejection.RejectedAt });
        builder.HasIndex(rejection => rejection.DealerId);
    }
}
