using DealerPortal.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Storage;

/// <summary>What an actor may see, as a condition of the query: a dealer's people their own, people of a region that region's, other staff all.</summary>
public static class Reach
{
    /// <summary>Narrows the query to what the actor may see. Nobody signed in sees nothing.</summary>
    public static IQueryable<T> SeenBy<T>(this IQueryable<T> query, Actor actor, PortalDb db)
        where T : class, IOfDealer
    {
        if (actor.IsDealer) return query.Where(thing => thing.DealerId == actor.DealerId);
        if (!actor.IsRegional) return query;

        var regions = actor.Regions.ToArray();
        return query.Where(thing => db.Dealers.Any(dealer => dealer.Id == thing.DealerId && regions.Contains(dealer.Region)));
    }
}
