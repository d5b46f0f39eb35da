using DealerPortal.Domain.Accounts;

namespace DealerPortal.Domain.Dealers;

/// <summary>Which dealers an actor may look up: staff those of their regions, or all; a dealer's people none, not even themselves.</summary>
internal static class DealerReach
{
    public static IQueryable<Dealer> SeenBy(this IQueryable<Dealer> dealers, Actor actor)
    {
        if (actor.IsDealer) return dealers.Where(_ => false);
        if (!actor.IsRegional) return dealers;

        var regions = actor.Regions.ToArray();
        return dealers.Where(dealer => regions.Contains(dealer.Region));
    }
}
