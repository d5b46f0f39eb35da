using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Promises;

/// <summary>Somebody of the company says that an order was approved, or that its deposit arrived. When both are known, its dates are promised.</summary>
public sealed class ConfirmOrder(PortalWork work, PolicyBook book, IClock clock)
{
    /// <param name="ApprovedAt">Null leaves what is known of it.</param>
    /// <param name="DepositAt">Null leaves what is known of it.</param>
    public sealed record Request(Guid OrderId, Instant? ApprovedAt, Instant? DepositAt);

    public static bool MayConfirm(Actor actor) => actor.IsAny(Role.OrderFollowUp, Role.Finance);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (await db.Orders.SeenBy(actor, db).SingleOrDefaultAsync(order => order.Id == request.OrderId, stop) is not { } order) return Refusal.NotFound;
            if (!MayConfirm(actor)) return Refusal.NotAllowed;
            var now = clock.GetCurrentInstant();
            if (request.ApprovedAt > now) return new Refusal("import.future", null, "approved-at");
            if (request.DepositAt > now) return new Refusal("import.future", null, "deposit-at");
            if ((request.ApprovedAt ?? request.DepositAt) is null) return new Refusal("order.nothing-said", null, "approved-at");

            var promise = await db.Promises.SingleOrDefaultAsync(promise => promise.Id == order.Id, stop);
            if (promise is not null) return new Refusal("order.confirmed-already", null, null, Fact.At(promise.ConfirmedAt));
            foreach (var change in order.Confirm(request.ApprovedAt, request.DepositAt))
                db.Note(new(Happening.OrderChanged, order.Id, order.DealerId, null, change.Facts(order.Number)));
            Promising.Keep(db, order, null, book, now);
            db.Announce(Topics.Order(order.Id));
            db.Announce(Topics.Dealer(order.DealerId));
            db.Announce(Topics.Staff);
            return Outcome.Done;
        }, stop);
}
