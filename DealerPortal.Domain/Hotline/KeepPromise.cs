using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Hotline;

/// <summary>The promised call was made, or a colleague makes it in place of whoever promised.</summary>
public sealed class KeepPromise(PortalWork work, IClock clock)
{
    /// <param name="Result">What came of the call; null to take the promise over.</param>
    public sealed record Request(Guid Id, string? Result);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (!Call.MayTake(actor)) return Refusal.NotAllowed;
            if (await db.PromisedCalls.SingleOrDefaultAsync(one => one.Id == request.Id, stop) is not { } promise) return Refusal.NotFound;
            var outcome = request.Result is { } result ? promise.Keep(result, actor, clock.GetCurrentInstant()) : promise.TakeOver(actor);
            if (outcome is not { IsDone: true, Value: true }) return new(outcome.Refusal);
            db.Note(new(promise.IsOpen ? Happening.CallTakenOver : Happening.CallKept, promise.Id, null, null, Fact.Of(promise.CallerName), Fact.Of(promise.Result ?? "")));
            db.Announce(Topics.Hotline);
            db.Announce(Topics.Staff);
            return Outcome.Done;
        }, stop);
}
