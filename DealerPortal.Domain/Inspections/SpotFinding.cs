namespace DealerPortal.Domain.Inspections;

/// <summary>One damaged spot; its photos hang on its id.</summary>
public sealed class SpotFinding
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid? ShipmentLineId { get; set; }

    /// <summary>Where on the goods, and what is wrong there.</summary>
    public string What { get; set; } = "";

    public bool IsSevere { get; set; }
}
