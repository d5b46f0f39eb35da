namespace DealerPortal.Domain.Deliveries;

/// <summary>A shipment that is part of a pick-up. Keyed by the shipment, so that the same goods are picked up once.</summary>
public sealed class PickedUpShipment
{
    private PickedUpShipment() { }

    internal PickedUpShipment(Guid shipmentId, Guid pickUpId) => (ShipmentId, PickUpId) = (shipmentId, pickUpId);

    public Guid ShipmentId { get; private set; }

    public Guid PickUpId { get; private set; }
}
