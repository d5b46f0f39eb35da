using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Deliveries;

/// <summary>Writes down what silence has settled, and gives the reminders that are due. It makes nothing true; it records it and tells people.</summary>
public sealed class DeemAcceptance(PortalWork work, Sweep sweep) : IDueTimes
{
    private static readonly Actor Portal = Actor.System("deem-acceptance");

    public IQueryable<Due> Waiting(PortalDb db) =>
        db.PickUps.Where(pickUp => pickUp.NextDueAt != null).Select(pickUp => new Due { At = pickUp.NextDueAt!.Value, Id = pickUp.Id });

    /// <summary>Everything due up to <paramref name="now"/>. Twice, late, or on two machines: the same effect once.</summary>
    public Task<SweepCount> RunAsOf(Instant now, CancellationToken stop) =>
        sweep.Walk(
            db => Waiting(db).Where(due => due.At <= now),
            id => DeemOne(id, now, stop),
            stop);

    private Task<Outcome<bool>> DeemOne(Guid id, Instant now, CancellationToken stop) =>
        work.Do<bool>(Portal, async db =>
        {
            var pickUp = await db.PickUps.Include(pickUp => pickUp.Lines).SingleAsync(pickUp => pickUp.Id == id, stop);
            if (pickUp.NextDueAt is null || pickUp.NextDueAt > now) return false;

            await DeliveryNews.Deemed(db, pickUp, pickUp.DeemAccepted(now), now, stop);
            await DeliveryNews.Reminded(db, pickUp, pickUp.Remind(now), now, stop);
            return true;
        }, stop);
}
