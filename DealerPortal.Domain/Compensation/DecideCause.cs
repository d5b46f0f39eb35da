using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>After-sales says why an order is late, and at which plant. Saying it anew is allowed at any time: the ledger follows by reversal.</summary>
public sealed class DecideCause(PortalWork work, PolicyBook book, IClock clock)
{
    public sealed record Request(Guid OrderId, string Cause, string? Plant, string? Note);

    public static bool MayDecide(Actor actor) => actor.IsAny(Role.AfterSalesAgent, Role.AfterSalesSupervisor);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (await db.Promises.SeenBy(actor, db).SingleOrDefaultAsync(promise => promise.Id == request.OrderId, stop) is not { } promise) return Refusal.NotFound;
            if (!MayDecide(actor)) return Refusal.NotAllowed;
            if (!LateDeliveryPay.AllCauses.Contains(request.Cause)) return new Refusal("late.cause-missing", null, "cause");
            var (plant, note) = (Trimmed(request.Plant), Trimmed(request.Note));
            if (promise.Cause is not null && promise.Cause != request.Cause && note is null) return new Refusal("late.change-needs-reason", null, "note");
            if (!promise.Decide(request.Cause, plant, note, actor, clock.GetCurrentInstant())) return Outcome.Done;

            var clause = book.Edition(promise.Pack, promise.Edition).LatePay.Causes.Clause;
            db.Note(new(Happening.LateCauseDecided, promise.Id, promise.DealerId, clause,
                Fact.Of(promise.Number), Fact.Word("late-cause." + request.Cause), Fact.Of(string.Join(" · ", new[] { plant, note }.OfType<string>()))));
            await LateNews.Announce(db, promise, stop);
            return Outcome.Done;
        }, stop);

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
