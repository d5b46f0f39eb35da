namespace DealerPortal.Domain.Imports;

/// <summary>What a file of the ERP brings. Dealers come first, then orders, then shipments: each names what the one before brought.</summary>
public enum ImportKind
{
    Dealers,
    Orders,
    Shipments,

    /// <summary>Not the ERP's: the month's tiers, as proposals that somebody confirms.</summary>
    Tiers,
}
