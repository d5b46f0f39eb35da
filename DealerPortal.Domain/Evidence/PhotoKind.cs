namespace DealerPortal.Domain.Evidence;

/// <summary>What a photo is there to show.</summary>
public enum PhotoKind
{
    /// <summary>One damaged place of the goods.</summary>
    Spot,
    /// <summary>The packing as it arrived.</summary>
    Packing,
    /// <summary>A paper: waybill, outbound order.</summary>
    Document,
}
