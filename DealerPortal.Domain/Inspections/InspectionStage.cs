namespace DealerPortal.Domain.Inspections;

/// <summary>Where and when a dealer looks at the goods.</summary>
public enum InspectionStage
{
    /// <summary>At the freight depot, before taking the goods.</summary>
    Depot,

    /// <summary>In the dealer's own warehouse, unpacked.</summary>
    Warehouse,

    /// <summary>Once, on the spot or wherever the goods are within the window.</summary>
    OnSpot,
}

/// <summary>What an inspection came to.</summary>
public enum Verdict
{
    /// <summary>All there and sound; the outbound order is signed.</summary>
    Passed,

    /// <summary>Damage seen at the depot and put on record; the goods are taken all the same.</summary>
    Noted,

    /// <summary>Something is missing or damaged; the goods are refused after the pick-up.</summary>
    Rejected,

    /// <summary>Severe damage at the depot; the goods are not taken.</summary>
    Refused,
}

/// <summary>The stage's name in policy packs.</summary>
public static class StageName
{
    public static string Of(InspectionStage stage) => stage switch
    {
        InspectionStage.Depot => "depot",
        InspectionStage.Warehouse => "warehouse",
        InspectionStage.OnSpot => "on-spot",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage without a name."),
    };

    public static InspectionStage Read(string name) => name switch
    {
        "depot" => InspectionStage.Depot,
        "warehouse" => InspectionStage.Warehouse,
        "on-spot" => InspectionStage.OnSpot,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Known stages: depot, warehouse, on-spot."),
    };
}
