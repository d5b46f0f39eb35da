using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Deliveries;

/// <summary>Goods that a dealer refused: at the depot before taking them, or on inspection after. Waits for the region's dispatcher, and is where a complaint begins.</summary>
public sealed class Rejection : IRoot, IOfDealer
{
    private Rejection() { }

    /// <param name="inspectionId">The inspection that refused the goods; one rejection each.</param>
    public Rejection(Guid inspectionId, Guid dealerId, Guid? pickUpId, Guid? shipmentId, string family, Instant now, bool isLate)
    {
        Id = inspectionId;
        DealerId = dealerId;
        PickUpId = pickUpId;
        ShipmentId = shipmentId;
        Family = family;
        RejectedAt = now;
        IsLate = isLate;
    }

    /// <summary>The inspection's id.</summary>
    public Guid Id { get; private set; }

    public Guid DealerId { get; private set; }

    /// <summary>The pick-up whose line was refused; null when the goods were never taken.</summary>
    public Guid? PickUpId { get; private set; }

    /// <summary>The shipment that was refused at the depot; null after a pick-up.</summary>
    public Guid? ShipmentId { get; private set; }

    public string Family { get; private set; } = "";

    public Instant RejectedAt { get; private set; }

    /// <summary>The word came after the window: it is heard, and earns nothing.</summary>
    public bool IsLate { get; private set; }

    public Instant? AcknowledgedAt { get; private set; }

    public string? AcknowledgedBy { get; private set; }

    public int Version { get; private set; }

    /// <summary>The dispatcher has seen it. Answers whether that was new; the first one stays named.</summary>
    public bool Acknowledge(string by, Instant now)
    {
        if (AcknowledgedAt is not null) return false;
        (AcknowledgedAt, AcknowledgedBy) = (now, by);
        return true;
    }
}
