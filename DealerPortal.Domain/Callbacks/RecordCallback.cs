using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>Somebody called a dealer: what came of it, and all that follows, in one step.</summary>
public sealed class RecordCallback(PortalWork work, CallConsequences consequences, IClock clock)
{
    /// <param name="AttemptId">Made by the form: a call that is sent twice is one.</param>
    /// <param name="CallAt">When the dealer wants to be called again, in the company's zone.</param>
    /// <param name="Talk">What was said; only where the dealer was reached.</param>
    /// <param name="Problem">What is to become a case; only where the dealer was reached.</param>
    public sealed record Request(
        Guid CallbackId, Guid AttemptId, CallOutcome Outcome, string? Note = null, LocalDateTime? CallAt = null, Callback.Talk? Talk = null, CallConsequences.NewProblem? Problem = null);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (!CallbackRights.MayCall(actor)) return Refusal.NotAllowed;
            var now = clock.GetCurrentInstant();
            if (await Find(db, request, actor, now, stop) is not { } call) return Refusal.NotFound;
            if (call.Attempts.Any(one => one.Id == request.AttemptId)) return Outcome.Done;

            var outcome = Record(call, request, actor, now);
            if (outcome.IsDone && request.Outcome is CallOutcome.Reached) outcome = await consequences.Follow(db, call, request.Talk!, request.Problem, actor, now, stop);
            if (outcome.IsDone) await Tell(db, call, request, now, stop);
            return outcome;
        }, stop);

    // Through the book: a dealer who is never called is not found. What is over is found again, so that the same call sent twice is told so.
    private async Task<Callback?> Find(PortalDb db, Request request, Actor actor, Instant now, CancellationToken stop)
    {
        if (consequences.RulesOf(now) is not { } edition) return null;
        return await db.CallsToMakeOrMade(edition.Cadences, edition.Calendar.DateOf(now)).SeenBy(actor, db).Include(call => call.Attempts).Include(call => call.FollowUps).AsSplitQuery()
            .SingleOrDefaultAsync(call => call.Id == request.CallbackId, stop);
    }

    private Outcome Record(Callback call, Request request, Actor actor, Instant now)
    {
        var (edition, said) = (consequences.Rules(call), new Callback.Call(request.AttemptId, request.Note));
        return request.Outcome switch
        {
            CallOutcome.NotReached => call.NotReached(said, actor, edition, now),
            CallOutcome.CallAgain => request.CallAt is { } at ? call.CallAgain(said, edition.Calendar.At(at), actor, edition, now) : new Refusal("callback.time-missing", null, "call-at"),
            CallOutcome.WrongNumber => call.WrongNumber(said, actor, now),
            CallOutcome.Refused => call.Refuse(said, actor, edition, now),
            CallOutcome.Reached => request.Talk is { } talk ? call.Reach(said, talk, actor, edition, now) : new Refusal("callback.answers-missing", edition.Survey.Head.Clause, "answers"),
            _ => throw new ArgumentOutOfRangeException(nameof(request)),
        };
    }

    private static async Task Tell(PortalDb db, Callback call, Request request, Instant now, CancellationToken stop)
    {
        var dealer = await db.Dealers.Where(one => one.Id == call.DealerId).Select(one => one.Name).SingleAsync(stop);
        db.Note(Noted(call, dealer, request.Note));
        db.Announce(Topics.Callbacks);
        db.Announce(Topics.Callback(call.Id));
        if (call.LinkSentAt is not null) db.Announce(Topics.Dealer(call.DealerId));
        if (request.Outcome is CallOutcome.WrongNumber)
            await db.TellRole(Role.BusinessAssistant, call.Region, new($"callback/{call.Id:N}/{request.AttemptId:N}", NoticeKind.CallbackNumberWanted, call.Id, PathOf(call.Id), null, Fact.Of(dealer)), now, stop);
    }

    internal static string PathOf(Guid id) => $"/callbacks/{id}";

    internal static Happened Noted(Callback call, string dealer, string? note)
    {
        var last = call.Attempts[^1];
        var scored = call.Answers.Where(answer => answer.Score is not null).ToList();
        return last.Outcome switch
        {
            CallOutcome.Reached => new(Happening.CallbackReached, call.Id, null, null, Fact.Of(dealer), Fact.Word($"channel.{call.Channel}"), Fact.Number(scored.Count(answer => answer.IsSatisfied)), Fact.Number(scored.Count)),
            CallOutcome.NotReached => new(Happening.CallbackNotReached, call.Id, null, null, Fact.Of(dealer), Fact.On(call.PlannedOn), Fact.Of(note ?? "")),
            CallOutcome.CallAgain => new(Happening.CallbackPutOff, call.Id, null, null, Fact.Of(dealer), Fact.At(call.CallAt!.Value), Fact.Of(note ?? "")),
            CallOutcome.WrongNumber => new(Happening.CallbackWrongNumber, call.Id, null, null, Fact.Of(dealer), Fact.Of(note ?? "")),
            _ => new(Happening.CallbackRefused, call.Id, null, null, Fact.Of(dealer), Fact.Of(note ?? "")),
        };
    }
}
