using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Deliveries;

/// <summary>The region's dispatcher has seen that goods were refused.</summary>
public sealed class AcknowledgeRejection(PortalWork work, IClock clock)
{
    public sealed record Request(Guid RejectionId);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            var rejection = await db.Rejections.SeenBy(actor, db).SingleOrDefaultAsync(rejection => rejection.Id == request.RejectionId, stop);
            if (rejection is null) return Refusal.NotFound;
            if (!actor.Is(Role.LogisticsDispatcher)) return Refusal.NotAllowed;
            var now = clock.GetCurrentInstant();
            if (!rejection.Acknowledge(actor.Name, now)) return Outcome.Done;

            db.Note(new(Happening.RejectionAcknowledged, rejection.PickUpId ?? rejection.ShipmentId!.Value, rejection.DealerId, null, Fact.Word($"family.{rejection.Family}")));
            await DeliveryNews.Acknowledged(db, rejection, now, stop);
            return Outcome.Done;
        }, stop);
}
