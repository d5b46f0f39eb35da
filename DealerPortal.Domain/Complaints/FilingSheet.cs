using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>The form of a new complaint: what can be chosen, what is still missing, and what follows, said before it is filed.</summary>
public sealed class FilingSheet(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    /// <param name="DealerId">For whom it is filed; null while staff have not chosen.</param>
    /// <param name="Missing">What stands in the way of filing; null when nothing does.</param>
    /// <param name="PaidService">The clause under which help will be a paid service; null ordinarily.</param>
    /// <param name="Plan">By when the dealer will be answered, if it is filed now.</param>
    /// <param name="ResolutionDays">How many working days after the answer it will be settled.</param>
    public sealed record View(
        Guid? DealerId, DraftForm Form, IReadOnlyList<Choice> Dealers, IReadOnlyList<Family> Families, IReadOnlyList<Group> Groups, IReadOnlyList<Choice> Orders,
        Problem? Problem, int Photos, Refusal? Missing, Clause? PaidService, Ruling<Instant> Plan, int ResolutionDays);

    public sealed record Choice(Guid Id, string Name);

    public sealed record Group(Bilingual Name, IReadOnlyList<Problem> Problems);

    /// <summary>The form as it was kept, if this person kept one by this id; else as given.</summary>
    public async Task<View?> For(Guid id, Guid? dealerId, DraftForm given, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (actor.UserId is null || await db.Complaints.AnyAsync(one => one.Id == id, stop)) return null;
        var draft = await db.ComplaintDrafts.SingleOrDefaultAsync(one => one.Id == id && one.Writer == actor.UserId, stop);
        var (form, now) = (draft is null ? given : DraftForm.Read(draft.Text), clock.GetCurrentInstant());
        dealerId = actor.DealerId ?? draft?.DealerId ?? dealerId ?? await Owner(db, form, actor, stop);
        if (dealerId is not null && !await Within(db, actor).AnyAsync(one => one.Id == dealerId, stop)) return null;
        var edition = book.Own.Last(one => one.AppliesFrom <= now.InZone(one.Calendar.Zone).Date);

        var found = dealerId is { } dealer ? await FilingFacts.Of(db, id, dealer, form, edition, now, stop) : null;
        form = found?.Value?.Form ?? form;
        var due = edition.Clocks.Due(Complaint.Plan, now, edition.Calendar);
        return new(dealerId, form, actor.IsDealer ? [] : await Dealers(db, actor, stop), edition.Families, Groups(edition, form.Family),
            dealerId is { } own ? await Orders(db, own, stop) : [], found?.Value?.Problem, found?.Value?.Photos ?? 0,
            found is null ? new Refusal("complaint.dealer-missing", null, "dealer") : found.Refusal ?? found.Value!.Missing(actor.IsDealer),
            found?.Value?.PaidService(edition), new(due.Value.At, due.Clause, due.Steps, due.IsHouseRule), edition.Clocks.Of(Complaint.Resolution).Length.Days);
    }

    /// <summary>The latest draft this person left unfinished; null without one.</summary>
    public async Task<Guid?> Unfinished(Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await db.ComplaintDrafts.Where(draft => draft.Writer == actor.UserId).OrderByDescending(draft => draft.SavedAt).Select(draft => (Guid?)draft.Id).FirstOrDefaultAsync(stop);
    }

    // Whoever comes from an order, a delivery or a rejection need not say whose it is.
    private static async Task<Guid?> Owner(PortalDb db, DraftForm form, Actor actor, CancellationToken stop) =>
        form.InspectionId is { } inspection ? await db.Rejections.SeenBy(actor, db).Where(one => one.Id == inspection).Select(one => (Guid?)one.DealerId).SingleOrDefaultAsync(stop)
        : form.PickUpId is { } pickUp ? await db.PickUps.SeenBy(actor, db).Where(one => one.Id == pickUp).Select(one => (Guid?)one.DealerId).SingleOrDefaultAsync(stop)
        : form.OrderId is { } order ? await db.Orders.SeenBy(actor, db).Where(one => one.Id == order).Select(one => (Guid?)one.DealerId).SingleOrDefaultAsync(stop)
        : null;

    private static List<Group> Groups(Edition edition, string? family) =>
        [.. edition.Problems.Groups.Select(group => new Group(group.Name, [.. edition.Problems.For(family).Where(problem => problem.Group == group.Code)])).Where(group => group.Problems.Count > 0)];

    private static IQueryable<Dealer> Within(PortalDb db, Actor actor) => db.Dealers.Where(dealer => actor.Regions.Count == 0 || actor.Regions.Contains(dealer.Region));

    private static Task<List<Choice>> Dealers(PortalDb db, Actor actor, CancellationToken stop) =>
        Within(db, actor).OrderBy(dealer => dealer.Name).Take(500).Select(dealer => new Choice(dealer.Id, dealer.Name)).ToListAsync(stop);

    private static Task<List<Choice>> Orders(PortalDb db, Guid dealerId, CancellationToken stop) =>
        db.Orders.Where(order => order.DealerId == dealerId).OrderByDescending(order => order.OrderedOn).ThenByDescending(order => order.Number).Take(100).Select(order => new Choice(order.Id, order.Number)).ToListAsync(stop);
}
