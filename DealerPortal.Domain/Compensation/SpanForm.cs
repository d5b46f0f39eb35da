using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>Reads what the form of an excused span says, or answers what is wrong with it.</summary>
internal static class SpanForm
{
    /// <summary>Longer is a slip of the keyboard.</summary>
    private const int MaxDays = 92;

    /// <param name="Where">The order, region or carrier by its name.</param>
    /// <param name="Region">The region whose people it concerns; empty where it is not one region's.</param>
    /// <param name="DealerId">The dealer it concerns; null where it is not one dealer's.</param>
    public sealed record Said(ExcusedSpan.Facts Facts, Fact Where, string Region, Guid? DealerId);

    public static async Task<Outcome<Said>> Read(PortalDb db, RecordSpan.Request request, Edition edition, PortalSettings settings, Instant now, CancellationToken stop)
    {
        if (!edition.LatePay.Excuses.All.Contains(request.Reason)) return new Refusal("span.reason-missing", edition.LatePay.Excuses.Clause, "reason");
        if (request.Last < request.First) return new Refusal("span.ends-before", null, "last");
        if (Period.DaysBetween(request.First, request.Last) >= MaxDays) return new Refusal("span.too-long", null, "last", Fact.Number(MaxDays));
        if (request.First > edition.Calendar.DateOf(now).PlusDays(MaxDays)) return new Refusal("span.too-far", null, "first");
        if (string.IsNullOrWhiteSpace(request.Description)) return new Refusal("span.description-missing", null, "description");
        if (string.IsNullOrWhiteSpace(request.Documents) && !await db.Photos.AnyAsync(photo => photo.Subject == request.SpanId, stop)) return new Refusal("span.documents-missing", null, "documents");

        var facts = new ExcusedSpan.Facts(request.Scope, null, null, null, request.Reason, request.First, request.Last, request.Description.Trim(), request.Documents.Trim());
        return request.Scope switch
        {
            ExcuseScope.Order => await OfOrder(db, facts, request.OrderNumber, stop),
            ExcuseScope.Region => settings.Regions.Any(region => region.Code == request.Region)
                ? new Said(facts with { Region = request.Region }, Fact.Word("region." + request.Region), request.Region!, null)
                : new Refusal("span.region-missing", null, "region"),
            _ => await OfCarrier(db, facts, request.Carrier?.Trim(), stop),
        };
    }

    private static async Task<Outcome<Said>> OfOrder(PortalDb db, ExcusedSpan.Facts facts, string? number, CancellationToken stop)
    {
        var found = await (from promise in db.Promises
                           join dealer in db.Dealers on promise.DealerId equals dealer.Id
                           where promise.Number == (number ?? "").Trim()
                           select new { promise.Id, promise.Number, promise.DealerId, dealer.Region }).SingleOrDefaultAsync(stop);
        return found is null
            ? new Refusal("span.order-unknown", null, "order")
            : new Said(facts with { OrderId = found.Id }, Fact.Of(found.Number), found.Region, found.DealerId);
    }

    private static async Task<Outcome<Said>> OfCarrier(PortalDb db, ExcusedSpan.Facts facts, string? carrier, CancellationToken stop) =>
        string.IsNullOrEmpty(carrier) || !await db.Shipments.AnyAsync(shipment => shipment.Carrier == carrier, stop)
            ? new Refusal("span.carrier-unknown", null, "carrier")
            : new Said(facts with { Carrier = carrier }, Fact.Of(carrier), "", null);
}
