using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class OrdersMapping :
    IEntityTypeConfiguration<Order>, IEntityTypeConfiguration<OrderLine>, IEntityTypeConfiguration<Shipment>, IEntityTypeConfiguration<ShipmentLine>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.Property(order => order.Id).ValueGeneratedNever();
        builder.Property(order => order.Number).HasMaxLength(40);
        builder.HasOne<Dealer>().WithMany().HasForeignKey(order => order.DealerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(order => order.Lines).WithOne().HasForeignKey("OrderId").OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(order => order.Lines).AutoInclude();
        // The ERP's number is what an import finds an order by.
        builder.HasIndex(order => order.Number).IsUnique();
        // The two lists, newest first: a dealer's own, and everybody's.
        builder.HasIndex(order => new { order.DealerId, order.OrderedOn, order.Number });
        builder.HasIndex(order => new { order.OrderedOn, order.Number });
    }

    public void Configure(EntityTypeBuilder<OrderLine> builder)
    {
        builder.Property(line => line.Id).ValueGeneratedNever();
        builder.Property(line => line.Family).HasMaxLength(40);
        builder.Property(line => line.Spec).HasMaxLength(200);
        builder.Property(line => line.Colour).HasMaxLength(40);
        builder.HasIndex("OrderId", nameof(OrderLine.Number)).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Shipment> builder)
    {
        builder.Property(shipment => shipment.Id).ValueGeneratedNever();
        builder.Property(shipment => shipment.Number).HasMaxLength(40);
        builder.Property(shipment => shipment.OrderNumber).HasMaxLength(40);
        builder.Property(shipment => shipment.Carrier).HasMaxLength(100);
        builder.Property(shipment => shipment.CarrierPhone).HasMaxLength(40);
        builder.Property(shipment => shipment.Waybill).HasMaxLength(60);
        builder.HasOne<Order>().WithMany().HasForeignKey(shipment => shipment.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(shipment => shipment.Lines).WithOne().HasForeignKey("ShipmentId").OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(shipment => shipment.Lines).AutoInclude();
        builder.HasIndex(shipment => shipment.Number).IsUnique();
        // What a dealer may still pick up, and what is on its way to whom.
        builder.HasIndex(shipment => new { shipment.DealerId, shipment.PickedUpAt, shipment.ShippedAt });
        builder.HasIndex(shipment => shipment.OrderId);
        // Which carriers there are, and who carried for whom.
        builder.HasIndex(shipment => new { shipment.Carrier, shipment.OrderId });
    }

    public void Configure(EntityTypeBuilder<ShipmentLine> builder)
    {
        builder.Property(line => line.Id).ValueGeneratedNever();
        builder.Property(line => line.Family).HasMaxLength(40);
        builder.Property(line => line.Spec).HasMaxLength(200);
        builder.HasIndex("ShipmentId", nameof(ShipmentLine.OrderLineNumber)).IsUnique();
    }
}
