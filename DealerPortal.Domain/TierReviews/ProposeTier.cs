using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.TierReviews;

/// <summary>The service assistant proposes another tier for a dealer; the dealer's present tier takes the proposal back.</summary>
public sealed class ProposeTier(PortalWork work, PolicyBook book, IClock clock)
{
    public sealed record Request(Guid DealerId, string Tier, string? Note = null);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            var now = clock.GetCurrentInstant();
            if (book.InForceAt(now).Value is not { } edition || edition.Find<CallbackCadences>() is not { } rule || !TierRights.MayPropose(actor, rule.Review)) return Refusal.NotAllowed;
            if (rule.Find(request.Tier) is null) return new Refusal("tier.unknown", null, "tier");
            if (await db.Dealers.SeenBy(actor).SingleOrDefaultAsync(one => one.Id == request.DealerId, stop) is not { } dealer) return Refusal.NotFound;
            var today = edition.Calendar.DateOf(now);
            var present = await db.TierOn(dealer.Id, today, stop) ?? rule.Otherwise.Value.Code;
            var waiting = await db.TierProposals.SingleOrDefaultAsync(one => one.WaitsFor == dealer.Id, stop);
            Put(db, dealer, waiting, present, request, actor, AskForTiers.MonthOf(today), now);
            return Outcome.Done;
        }, stop);

    private static void Put(PortalDb db, Dealer dealer, TierProposal? waiting, string present, Request request, Actor actor, LocalDate month, Instant now)
    {
        var said = new TierProposal.Said(request.Tier, request.Note, actor.Name);
        if (request.Tier == present)
        {
            if (waiting is null) return;
            db.TierProposals.Remove(waiting);
            db.Note(new(Happening.TierProposalTakenBack, dealer.Id, null, null, Fact.Of(dealer.Name), Fact.Word("tier." + waiting.Tier)));
        }
        else
        {
            if (waiting is null) db.TierProposals.Add(new(Guid.CreateVersion7(), dealer.Id, month, said, now));
            else if (!waiting.Change(said, now)) return;
            db.Note(new(Happening.TierProposed, dealer.Id, null, null, Fact.Of(dealer.Name), Fact.Word("tier." + present), Fact.Word("tier." + request.Tier), Fact.Of(said.Note ?? "")));
        }
        db.Announce(Topics.Tiers);
        db.Announce(Topics.Staff);
    }
}
