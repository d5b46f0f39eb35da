using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.TierReviews;

/// <summary>The service assistant's list of the month is complete: the director is told, also where nothing is to change.</summary>
public sealed class SubmitTiers(PortalWork work, PolicyBook book, IClock clock)
{
    public Task<Outcome> Run(Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            var now = clock.GetCurrentInstant();
            if (book.InForceAt(now).Value is not { } edition || edition.Find<CallbackCadences>() is not { } rule || !TierRights.MayPropose(actor, rule.Review)) return Refusal.NotAllowed;
            var month = AskForTiers.MonthOf(edition.Calendar.DateOf(now));
            if (await db.TierReviews.SingleOrDefaultAsync(one => one.Month == month, stop) is not { } review) return new Refusal("tier.not-asked");
            if (!review.Submit(actor.Name, now)) return Outcome.Done;

            var count = await db.TierProposals.CountAsync(one => one.WaitsFor != null, stop);
            db.Note(new(Happening.TiersSubmitted, review.Id, null, rule.Review.Clause, Fact.On(month), Fact.Number(count)));
            await db.TellRole(TierRights.RoleOf(rule.Review.Confirms), null, new($"tiers-submitted/{month:uuuu-MM}", NoticeKind.TiersProposed, review.Id, AskForTiers.Path, null, Fact.On(month), Fact.Number(count)), now, stop);
            db.Announce(Topics.Tiers);
            db.Announce(Topics.Staff);
            return Outcome.Done;
        }, stop);
}
