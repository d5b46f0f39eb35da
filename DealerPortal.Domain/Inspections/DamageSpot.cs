namespace DealerPortal.Domain.Inspections;

/// <summary>One damaged spot, as submitted; its photos carry its id.</summary>
public sealed class DamageSpot
{
    private DamageSpot() { }

    internal DamageSpot(Guid inspectionId, int number, SpotFinding found)
    {
        Id = found.Id;
        InspectionId = inspectionId;
        Number = number;
        ShipmentLineId = found.ShipmentLineId;
        What = found.What.Trim();
        IsSevere = found.IsSevere;
    }

    public Guid Id { get; private set; }

    public Guid InspectionId { get; private set; }

    /// <summary>1, 2, 3 … in the order they were found.</summary>
    public int Number { get; private set; }

    public Guid? ShipmentLineId { get; private set; }

    public string What { get; private set; } = "";

    public bool IsSevere { get; private set; }
}
