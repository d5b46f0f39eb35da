using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Conduct;

/// <summary>Who recorded, answered or decided a breach is read in its history by those concerned alone.</summary>
internal sealed class BreachPrivacy(IClock clock) : IPrivateSubjects
{
    public async Task<IQueryable<Guid>> KeptFrom(Actor actor, PortalDb db, CancellationToken stop)
    {
        var seen = (await db.Breaches.SeenBy(actor, db, clock.GetCurrentInstant(), stop)).Select(one => one.Id);
        return db.Breaches.Select(one => one.Id).Where(id => !seen.Contains(id));
    }
}
