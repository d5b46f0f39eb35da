using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>Files a complaint: by the dealer, or by staff who were told of it. The plan clock starts with the receipt.</summary>
public sealed class FileComplaint(PortalWork work, PolicyBook book, IClock clock)
{
    /// <param name="Id">The draft's id, which becomes the case's; filing twice is once.</param>
    /// <param name="KnowsPaidService">The writer was told, where it is so, that the goods count as accepted and help will be a paid service.</param>
    public sealed record Request(Guid Id, Guid DealerId, DraftForm Form, bool KnowsPaidService = false);

    public Task<Outcome<Guid>> Run(Request request, Actor actor, CancellationToken stop) => work.Do(actor, db => In(db, request, actor, stop), stop);

    /// <summary>The same inside a piece of work of another capability, such as the callback in which the dealer told of it.</summary>
    internal async Task<Outcome<Guid>> In(PortalDb db, Request request, Actor actor, CancellationToken stop)
    {
        if (!MayFile(request, actor)) return Refusal.NotAllowed;
        if (await db.Complaints.SeenBy(actor, db).AnyAsync(one => one.Id == request.Id, stop)) return request.Id;
        var now = clock.GetCurrentInstant();
        if (await Dealer(db, request.DealerId, actor, stop) is not { } dealer) return Refusal.NotFound;
        if (book.InForce(Today(now)) is { IsDone: false } none) return none.Refusal!;
        var edition = book.InForce(Today(now)).Value!;
        var found = await FilingFacts.Of(db, request.Id, dealer.Id, request.Form, edition, now, stop);
        if (found.Refusal is { } refusal) return refusal;
        if (found.Value!.Missing(actor.IsDealer) is { } missing) return missing;
        var paid = found.Value.PaidService(edition);
        if (paid is not null && !request.KnowsPaidService) return new Refusal("complaint.paid-service-first", paid, "paid-service");

        var facts = Facts(found.Value, dealer, await db.TierOn(dealer.Id, edition.Calendar.DateOf(now), stop), edition) with { PaidService = paid };
        var one = new Complaint(request.Id, CaseNumber.Draw(edition.Calendar.DateOf(now)), facts, CaseClock.Terms.Of(book, edition.Pack, edition.Name), actor, now);
        db.Complaints.Add(one);
        await db.ComplaintDrafts.Where(draft => draft.Id == request.Id).ForEachAsync(draft => db.ComplaintDrafts.Remove(draft), stop);
        var open = new OpenCase(one, book, db, actor, now, stop);
        open.Under(edition.Clocks.Of(Complaint.Plan).Clause).With(Fact.Word($"source.{one.Source}"), Fact.At(one.NextDueAt)).Note(Happening.CaseFiled);
        await open.TellOwner(NoticeKind.CaseFiled, one.NextDueAt, Fact.Of(dealer.Name));
        return one.Id;
    }

    // 首问责任: whoever of the staff is told takes it down; deciding it is another matter.
    private static bool MayFile(Request request, Actor actor) =>
        actor.IsDealer ? actor.MayActFor(request.DealerId) && request.Form.Source is CaseSource.Dealer
        : actor.IsStaff && !actor.Is(Role.Auditor) && request.Form.Source is not CaseSource.Dealer;

    private static Task<Dealer?> Dealer(PortalDb db, Guid id, Actor actor, CancellationToken stop) =>
        db.Dealers.SingleOrDefaultAsync(dealer => dealer.Id == id && (actor.Regions.Count == 0 || actor.Regions.Contains(dealer.Region)), stop);

    private LocalDate Today(Instant now) => now.InZone(book.Own.Last().Calendar.Zone).Date;

    private static CaseFacts Facts(FilingFacts found, Dealer dealer, string? tier, Edition edition) => new(
        dealer.Id, dealer.Region, tier, edition.Chains.Deciders, found.Form.Source, found.Form.Family, found.Problem!.Code, found.Form.Description.Trim())
    {
        OrderId = found.Form.OrderId,
        OrderNumber = found.OrderNumber,
        PickUpId = found.Form.PickUpId,
        InspectionId = found.Form.InspectionId,
        Caller = found.Form.Caller,
    };
}
