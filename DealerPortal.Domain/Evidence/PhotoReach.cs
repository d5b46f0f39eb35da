using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Evidence;

/// <summary>Photos come from dealers, and from the company's own staff. Whoever may see one must be let through here and by its subject.</summary>
internal static class PhotoReach
{
    /// <summary>As <see cref="Reach.SeenBy"/>, and the company's own for its staff; of these the subject alone says who may see them.</summary>
    public static IQueryable<T> ReachedBy<T>(this IQueryable<T> query, Actor actor, PortalDb db)
        where T : class, IOfDealer
    {
        if (!actor.IsRegional) return query.SeenBy(actor, db);

        var regions = actor.Regions.ToArray();
        return query.Where(thing => thing.DealerId == Photo.Company || db.Dealers.Any(dealer => dealer.Id == thing.DealerId && regions.Contains(dealer.Region)));
    }

    /// <summary>Why the actor may send nothing of this; null when he may. A dealer's own people always may, of the company's own the subject says it.</summary>
    public static async Task<Refusal?> Check(this IEnumerable<IPhotoSubjects> all, PortalDb db, Guid dealerId, Guid subject, Actor actor, CancellationToken stop) =>
        dealerId == Photo.Company ? (await all.FindOwn(db, subject, actor, stop)).Refusal
        : actor.MayActFor(dealerId) ? null
        : Refusal.NotAllowed;
}
