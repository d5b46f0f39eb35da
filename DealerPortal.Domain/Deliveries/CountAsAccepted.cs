using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Deliveries;

/// <summary>After-sales puts on record that refused goods were installed, or settled with the consumer, without consent: they count as accepted.</summary>
public sealed class CountAsAccepted(PortalWork work, PolicyBook book)
{
    /// <param name="Reason">How it became known; the dealer reads it.</param>
    public sealed record Request(Guid PickUpId, string Family, string Reason);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            var pickUp = await db.PickUps.SeenBy(actor, db).Include(pickUp => pickUp.Lines).SingleOrDefaultAsync(pickUp => pickUp.Id == request.PickUpId, stop);
            if (pickUp?.Line(request.Family) is not { } line) return Refusal.NotFound;
            if (!actor.IsAny(Role.AfterSalesAgent, Role.AfterSalesSupervisor)) return Refusal.NotAllowed;
            if (string.IsNullOrWhiteSpace(request.Reason)) return new Refusal("pick-up.reason-missing", Field: "reason");

            var clause = Clause.Parse(line.WindowClause);
            var needs = book.Edition(clause.Pack, clause.Edition).EvidenceNeeds;
            var need = needs.For(request.Family, needs.StagesOf(request.Family)[^1]);
            if (!need.Value.InstalledIsAccepted) return new Refusal("pick-up.installing-allowed", Facts: Fact.Word($"family.{request.Family}"));
            if (line.Answer is LineAnswer.CountsAsAccepted) return Outcome.Done;
            var outcome = pickUp.CountAsAccepted(request.Family);
            if (!outcome.IsDone) return outcome;

            db.Note(new(Happening.CountedAsAccepted, pickUp.Id, pickUp.DealerId, need.Clause, Fact.Word($"family.{request.Family}"), Fact.Of(request.Reason.Trim())));
            await DeliveryNews.Announce(db, pickUp.DealerId, pickUp.Id, stop);
            return Outcome.Done;
        }, stop);
}
