using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Inspections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class InspectionsMapping :
    IEntityTypeConfiguration<Inspection>, IEntityTypeConfiguration<InspectionItem>, IEntityTypeConfiguration<DamageSpot>, IEntityTypeConfiguration<DepotLook>
{
    public void Configure(EntityTypeBuilder<Inspection> builder)
    {
        builder.Property(inspection => inspection.Id).ValueGeneratedNever();
        builder.Property(inspection => inspection.Family).HasMaxLength(40);
        builder.Property(inspection => inspection.NeedClause).HasMaxLength(120);
        builder.Property(inspection => inspection.SubmittedBy).HasMaxLength(100);
        builder.Property(inspection => inspection.Description).HasMaxLength(2000);
        builder.Property(inspection => inspection.FreightCompany).HasMaxLength(100);
        builder.Property(inspection => inspection.FreightPhone).HasMaxLength(40);
        builder.Property(inspection => inspection.SignedBy).HasMaxLength(60);
        builder.Property(inspection => inspection.Signature).HasMaxLength(30_000);
        builder.HasMany(inspection => inspection.Items).WithOne().HasForeignKey(item => item.InspectionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(inspection => inspection.Spots).WithOne().HasForeignKey(spot => spot.InspectionId).OnDelete(DeleteBehavior.Cascade);
        // One draft for all people of the dealer, whoever opens it first, and one word in the end.
        builder.HasIndex(inspection => new { inspection.PickUpId, inspection.Family }).IsUnique();
        builder.HasIndex(inspection => new { inspection.ShipmentId, inspection.Family }).IsUnique();
        // Signed outbound orders, newest first.
        builder.HasIndex(inspection => new { inspection.Verdict, inspection.SubmittedAt, inspection.Id });
        builder.HasIndex(inspection => inspection.DealerId);
    }

    public void Configure(EntityTypeBuilder<InspectionItem> builder)
    {
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Spec).HasMaxLength(200);
        builder.Property(item => item.Note).HasMaxLength(2000);
    }

    public void Configure(EntityTypeBuilder<DamageSpot> builder)
    {
        // A spot's id is made by the dealer's page and is his alone within the inspection.
        builder.HasKey(spot => new { spot.InspectionId, spot.Id });
        builder.Property(spot => spot.Id).ValueGeneratedNever();
        builder.Property(spot => spot.What).HasMaxLength(2000);
    }

    public void Configure(EntityTypeBuilder<DepotLook> builder)
    {
        builder.HasKey(look => new { look.ShipmentId, look.Family });
        builder.Property(look => look.Family).HasMaxLength(40);
    }
}
