using DealerPortal.Domain.Policies.Kinds;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>The proof that a dealer may be called: without one there is no callback. Cannot be had for a dealer whose tier is never called.</summary>
public sealed record CallableDealer
{
    /// <exception cref="ArgumentException">The tier is one that is never called.</exception>
    public CallableDealer(Guid dealerId, string region, TierRule tier, LocalDate tierFrom)
    {
        if (!tier.IsCalled) throw new ArgumentException($"Dealers in tier '{tier.Code}' are never called ({tier.Clause}).", nameof(tier));
        (DealerId, Region, Tier, TierFrom) = (dealerId, region, tier, tierFrom);
    }

    public Guid DealerId { get; }

    public string Region { get; }

    public TierRule Tier { get; }

    /// <summary>Since when the dealer is in it.</summary>
    public LocalDate TierFrom { get; }
}
