using DealerPortal.Domain.Accounts;

namespace DealerPortal.Domain.Notices;

/// <summary>Whom some news is for.</summary>
public abstract record Readers
{
    public sealed record Person(Guid UserId) : Readers;

    /// <summary>Everybody who may act for the dealer.</summary>
    public sealed record OfDealer(Guid DealerId) : Readers;

    /// <summary>Everybody who holds the role for the region or for all regions; with no region, everybody who holds it anywhere.</summary>
    public sealed record InRole(Role Role, string? Region) : Readers;
}

/// <summary>Some news, and whom it is for.</summary>
public sealed record Told(Readers To, News News);
