using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>A dealer answers the survey by himself: the callback is made with it, and nobody calls.</summary>
public sealed class AnswerSurvey(PortalWork work, CallConsequences consequences, IClock clock)
{
    /// <param name="AttemptId">Made by the form: answers that are sent twice count once.</param>
    public sealed record Request(Guid CallbackId, Guid AttemptId, Callback.Talk Talk);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            var now = clock.GetCurrentInstant();
            if (!actor.IsDealer || consequences.RulesOf(now) is not { } edition) return Refusal.NotFound;
            var asked = db.CallsToMakeOrMade(edition.Cadences, edition.Calendar.DateOf(now)).SeenBy(actor, db).Where(call => call.LinkSentAt != null);
            if (await asked.Include(call => call.Attempts).Include(call => call.FollowUps).SingleOrDefaultAsync(call => call.Id == request.CallbackId, stop) is not { } call || !actor.MayActFor(call.DealerId)) return Refusal.NotFound;
            if (call.Attempts.Any(one => one.Id == request.AttemptId)) return Outcome.Done;

            var outcome = call.Reach(new(request.AttemptId, null), request.Talk, actor, consequences.Rules(call), now);
            if (outcome.IsDone) outcome = await consequences.Follow(db, call, request.Talk, null, actor, now, stop);
            if (!outcome.IsDone) return outcome;
            var dealer = await db.Dealers.Where(one => one.Id == call.DealerId).Select(one => one.Name).SingleAsync(stop);
            db.Note(RecordCallback.Noted(call, dealer, null) with { What = Happening.SurveyAnswered });
            foreach (var topic in new[] { Topics.Callbacks, Topics.Callback(call.Id), Topics.Dealer(call.DealerId) }) db.Announce(topic);
            return outcome;
        }, stop);
}
