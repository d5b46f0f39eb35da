using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>The dealer is asked to answer by himself, in the portal. The callback stays on the list until he has.</summary>
public sealed class SendSurveyLink(PortalWork work, CallConsequences consequences, IClock clock)
{
    public sealed record Request(Guid CallbackId);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (!CallbackRights.MayCall(actor)) return Refusal.NotAllowed;
            var now = clock.GetCurrentInstant();
            if (consequences.RulesOf(now) is not { } edition) return Refusal.NotFound;
            if (await db.CallsToMake(edition.Cadences, edition.Calendar.DateOf(now)).SeenBy(actor, db).SingleOrDefaultAsync(one => one.Id == request.CallbackId, stop) is not { } call) return Refusal.NotFound;
            if (call.LinkSentAt is not null) return Outcome.Done;
            if (!await db.Users.AnyAsync(user => user.DealerId == call.DealerId && user.DisabledAt == null, stop)) return new Refusal("callback.nobody-to-ask");

            var outcome = call.SendLink(now);
            var dealer = await db.Dealers.Where(one => one.Id == call.DealerId).Select(one => one.Name).SingleAsync(stop);
            await db.TellDealer(call.DealerId, new($"survey/{call.Id:N}", NoticeKind.SurveyOpen, call.Id, $"/surveys/{call.Id}", call.LateFrom > now ? call.LateFrom : null, Fact.On(call.DueOn)), now, stop);
            db.Note(new(Happening.SurveyLinkSent, call.Id, null, null, Fact.Of(dealer)));
            foreach (var topic in new[] { Topics.Callbacks, Topics.Callback(call.Id), Topics.Dealer(call.DealerId) }) db.Announce(topic);
            return outcome;
        }, stop);
}
