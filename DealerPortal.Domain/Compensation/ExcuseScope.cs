namespace DealerPortal.Domain.Compensation;

/// <summary>What an excused span covers.</summary>
public enum ExcuseScope
{
    /// <summary>One order.</summary>
    Order,

    /// <summary>Every order of the dealers of a sales region.</summary>
    Region,

    /// <summary>Every order of which a shipment went with a freight company.</summary>
    Carrier,
}
