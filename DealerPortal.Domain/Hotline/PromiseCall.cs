using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Hotline;

/// <summary>Takes a call down with a promise to call back by a time: from then on it is a task.</summary>
public sealed class PromiseCall(PortalWork work, IClock clock)
{
    /// <param name="DueAt">By when, exclusive; ahead of now, and no further than thirty days.</param>
    public sealed record Request(Guid CallId, Caller Caller, string Text, Instant? DueAt);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (!Call.MayTake(actor)) return Refusal.NotAllowed;
            var now = clock.GetCurrentInstant();
            if (request.DueAt is not { } due || due <= now || due > now + Duration.FromDays(30)) return new Refusal("call.time-missing", null, "due");
            if (request.Caller.Digits.Length < 5) return new Refusal("call.number-missing", null, "number");
            var taken = await NoteCall.Take(db, new(request.CallId, request.Caller, CallKind.CallBack, request.Text), null, actor, now, stop);
            if (taken is not { Value: { } call }) return new(taken.Refusal);

            var promise = new PromisedCall(call.Id, call, due, actor, now);
            db.PromisedCalls.Add(promise);
            db.Note(new(Happening.CallPromised, promise.Id, null, null, Fact.Of(request.Caller.Said ?? ""), Fact.At(due)));
            db.Announce(Topics.Staff);
            return Outcome.Done;
        }, stop);
}
