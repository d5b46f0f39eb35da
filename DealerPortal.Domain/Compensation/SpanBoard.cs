using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>Excused spans, the newest dates first; for staff, and for people of a region what reaches it. What reaches a dealer's order stands on the order.</summary>
public sealed class SpanBoard(IDbContextFactory<PortalDb> contexts, PolicyBook book, PortalSettings settings, IClock clock)
{
    public const int AtMost = 100;

    /// <param name="Reasons">The codes that the regulation in force knows.</param>
    /// <param name="Clause">Null where no regulation is in force.</param>
    public sealed record View(IReadOnlyList<Row> Rows, IReadOnlyList<string> Reasons, IReadOnlyList<string> Regions, IReadOnlyList<string> Carriers, Clause? Clause, LocalDate Today, bool MayRecord);

    /// <param name="Where">The order's number, the region's code, or the carrier's name.</param>
    public sealed record Row(
        Guid Id, ExcuseScope Scope, string Where, string Reason, LocalDate First, LocalDate Last, string Description, string Documents, string RecordedBy, Instant RecordedAt, Instant? SettledAt, bool IsGranted);

    public async Task<View> For(Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var now = clock.GetCurrentInstant();
        if (!actor.IsStaff || book.InForceAt(now).Value is not { } edition) return new([], [], [], [], null, default, false);

        var (regions, isEverywhere) = (actor.Regions.ToArray(), !actor.IsRegional);
        var rows = await (from span in db.ExcusedSpans.AsNoTracking()
                          join order in db.Orders on span.OrderId equals order.Id into orders
                          from order in orders.DefaultIfEmpty()
                          where isEverywhere || span.Scope == ExcuseScope.Carrier || regions.Contains(span.Region)
                              || (order != null && db.Dealers.Any(dealer => dealer.Id == order.DealerId && regions.Contains(dealer.Region)))
                          orderby span.FirstDate descending, span.Id
                          select new { span, Number = order == null ? null : order.Number }).Take(AtMost).ToListAsync(stop);
        var carriers = await db.Shipments.SeenBy(actor, db).Select(shipment => shipment.Carrier).Distinct().OrderBy(carrier => carrier).Take(200).ToListAsync(stop);
        return new([.. rows.Select(row => Show(row.span, row.Number ?? row.span.Region ?? row.span.Carrier!))],
            edition.LatePay.Excuses.All, [.. settings.Regions.Select(region => region.Code)], carriers, edition.LatePay.Excuses.Clause, edition.Calendar.DateOf(now), RecordSpan.MayRecord(actor));
    }

    private static Row Show(ExcusedSpan span, string where) => new(
        span.Id, span.Scope, where, span.Reason, span.FirstDate, span.LastDate, span.Description, span.Documents, span.RecordedBy, span.RecordedAt, span.SettledAt, span.IsGranted);
}
