using DealerPortal.Domain.History;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Promises;

/// <summary>Keeps an order's promise in step with what is known of the order, inside the piece of work that learned it.</summary>
public static class Promising
{
    /// <summary>An order that has become confirmed is promised; one that was promised before keeps that promise and follows what changed.</summary>
    /// <param name="known">The order's promise, loaded with this context; null where there is none.</param>
    public static void Keep(PortalDb db, Order order, Promise? known, PolicyBook book, Instant now)
    {
        if (known is not null) Follow(db, order, known, book.Edition(known.Pack, known.Edition), now);
        else if (order.ConfirmedAt is { } confirmed && book.InForceAt(confirmed).Value is { } edition && edition.Find<Policies.Kinds.PromisedDates>() is { } rule)
        {
            var promise = new Promise(order, edition, now);
            db.Promises.Add(promise);
            db.Note(new(Happening.OrderPromised, order.Id, order.DealerId, rule.Confirmed, Fact.Of(order.Number), Fact.At(confirmed), Fact.On(promise.Open.Max(part => part.DueOn))));
        }
    }

    private static void Follow(PortalDb db, Order order, Promise promise, Edition edition, Instant now)
    {
        foreach (var line in promise.Follow(order, edition, now))
        {
            var parts = promise.Open.Where(part => part.LineNumber == line).ToList();
            db.Note(new(Happening.PromiseFollowed, order.Id, order.DealerId, edition.PromisedDates.Head.Clause, Fact.Of(order.Number), Fact.Number(line),
                Fact.Number(parts.Count == 0 ? 0 : parts.Max(part => part.UpTo)), parts.Count == 0 ? Change.Nothing : Fact.On(parts.Max(part => part.DueOn))));
        }
    }
}
