namespace DealerPortal.Domain.Inspections;

/// <summary>What was found of one line of a shipment.</summary>
public sealed class ItemFinding
{
    public Guid ShipmentLineId { get; set; }

    /// <summary>Pieces, sets or running metres that really arrived; null until counted.</summary>
    public decimal? Counted { get; set; }

    /// <summary>Kilograms, where the regulation wants the weight.</summary>
    public decimal? Weight { get; set; }

    /// <summary>The weight is below what was ordered.</summary>
    public bool WeightShort { get; set; }

    public string Note { get; set; } = "";
}
