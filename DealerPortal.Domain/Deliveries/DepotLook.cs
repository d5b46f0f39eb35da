using NodaTime;

namespace DealerPortal.Domain.Deliveries;

/// <summary>The first look at the goods of a family was made at the depot, before taking them. Without it such goods are not picked up.</summary>
public sealed class DepotLook
{
    private DepotLook() { }

    public DepotLook(Guid shipmentId, string family, Guid inspectionId, Instant lookedAt) =>
        (ShipmentId, Family, InspectionId, LookedAt) = (shipmentId, family, inspectionId, lookedAt);

    public Guid ShipmentId { get; private set; }

    public string Family { get; private set; } = "";

    public Guid InspectionId { get; private set; }

    public Instant LookedAt { get; private set; }
}
