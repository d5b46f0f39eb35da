using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Complaints;

/// <summary>What a form of a new complaint points at, looked up and checked against the dealer it is filed for.</summary>
/// <param name="OrderNumber">Of the order that was named or follows from the rejection; null without one.</param>
internal sealed record FilingFacts(DraftForm Form, Problem? Problem, string? OrderNumber, Receipt? Receipt, int Photos)
{
    /// <summary>The goods count as accepted and the problem is one of the goods: no compensation, help is a paid service.</summary>
    public Clause? PaidService(Edition edition) =>
        Receipt is { CountsAsAccepted: true } && Problem is { Families.Count: > 0 } ? edition.AcceptanceWindows.Silence.Afterwards : null;

    public static async Task<Outcome<FilingFacts>> Of(PortalDb db, Guid id, Guid dealerId, DraftForm form, Edition edition, NodaTime.Instant now, CancellationToken stop)
    {
        var receipt = await Receipt.Find(db, dealerId, form, now, stop);
        if (form.InspectionId is not null && receipt is null) return Refusal.NotFound;
        form = form with { Family = receipt?.Family ?? form.Family, PickUpId = receipt?.PickUpId ?? form.PickUpId, OrderId = form.OrderId ?? receipt?.OrderId };
        var order = form.OrderId is { } orderId ? await db.Orders.Where(one => one.Id == orderId && one.DealerId == dealerId).Select(one => one.Number).SingleOrDefaultAsync(stop) : null;
        if (form.OrderId is not null && order is null) return new Refusal("complaint.no-such-order", null, "order");
        if (form.Family is { } family && edition.FindFamily(family) is null) return new Refusal("complaint.no-such-family", null, "family");
        var photos = await db.Photos.CountAsync(photo => photo.DealerId == dealerId && (photo.Subject == id || photo.Subject == form.InspectionId), stop);
        return new FilingFacts(form, form.Category is { } code ? edition.Problems.Find(code) : null, order, receipt, photos);
    }

    /// <summary>What is still missing before it can be filed; null when nothing is.</summary>
    /// <param name="isDealers">Filed by the dealer, who has the goods before him: the photos are his to give. Told on the phone they can follow.</param>
    public Refusal? Missing(bool isDealers) =>
        Problem is not { } problem ? new("complaint.category-missing", null, "category")
        : !problem.Befalls(Form.Family) ? new("complaint.category-of-other-goods", problem.Clause, "category")
        : problem.NeedsOrder && OrderNumber is null ? new("complaint.order-missing", problem.Clause, "order")
        : string.IsNullOrWhiteSpace(Form.Description) ? new("complaint.description-missing", null, "description")
        : isDealers && problem.PhotosOf(Form.Family) is var needed && Photos < needed ? new("complaint.photos-missing", problem.Clause, "photos", Fact.Number(needed), Fact.Number(Photos))
        : null;
}
