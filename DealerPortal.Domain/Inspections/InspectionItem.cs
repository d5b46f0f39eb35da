namespace DealerPortal.Domain.Inspections;

/// <summary>What was found of one line of a shipment, as submitted.</summary>
public sealed class InspectionItem
{
    private InspectionItem() { }

    internal InspectionItem(Guid inspectionId, ExpectedItem expected, ItemFinding found)
    {
        Id = Guid.CreateVersion7();
        InspectionId = inspectionId;
        ShipmentLineId = expected.ShipmentLineId;
        Spec = expected.Spec;
        Expected = expected.Quantity;
        Counted = found.Counted!.Value;
        Weight = found.Weight;
        WeightShort = found.WeightShort;
        Note = found.Note.Trim();
    }

    public Guid Id { get; private set; }

    public Guid InspectionId { get; private set; }

    public Guid ShipmentLineId { get; private set; }

    public string Spec { get; private set; } = "";

    /// <summary>As on the outbound order, in the family's measure.</summary>
    public decimal Expected { get; private set; }

    public decimal Counted { get; private set; }

    /// <summary>Kilograms; null where no weight is wanted.</summary>
    public decimal? Weight { get; private set; }

    public bool WeightShort { get; private set; }

    public string Note { get; private set; } = "";
}
