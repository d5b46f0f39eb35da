using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Hotline;

/// <summary>Takes a call down: an inquiry that was answered, or a note.</summary>
public sealed class NoteCall(PortalWork work, IClock clock)
{
    /// <param name="CallId">Made by the desk; taking the same call down twice is once.</param>
    public sealed record Request(Guid CallId, Caller Caller, CallKind Kind, string Text);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        request.Kind is not (CallKind.Inquiry or CallKind.Note)
            ? Task.FromResult<Outcome>(Refusal.NotAllowed)
            : work.Do(actor, async db => new((await Take(db, request, null, actor, clock.GetCurrentInstant(), stop)).Refusal), stop);

    /// <summary>The call inside a piece of work; null where it was taken down already.</summary>
    internal static async Task<Outcome<Call?>> Take(PortalDb db, Request request, Guid? caseId, Actor actor, Instant now, CancellationToken stop)
    {
        if (!Call.MayTake(actor)) return Refusal.NotAllowed;
        if (await db.Calls.AnyAsync(one => one.Id == request.CallId, stop)) return new Outcome<Call?>(null, null);
        if (request.Caller.DealerId is { } dealer && !await db.Dealers.SeenBy(actor).AnyAsync(one => one.Id == dealer, stop)) return Refusal.NotFound;
        if (string.IsNullOrWhiteSpace(request.Text)) return new Refusal("call.text-missing", null, "text");
        if (request.Text.Length > 4000) return new Refusal("call.text-too-long", null, "text");

        var call = new Call(request.CallId, request.Caller, request.Kind, request.Text, caseId, actor, now);
        db.Calls.Add(call);
        // What is said at the desk is for the desk: the dealer reads of the case, not of the call.
        db.Note(new(Happening.CallTaken, call.DealerId ?? call.Id, null, null, Fact.Word($"call.kind.{call.Kind}"), Fact.Of(request.Caller.Said ?? "")));
        db.Announce(Topics.Hotline);
        return call;
    }
}
