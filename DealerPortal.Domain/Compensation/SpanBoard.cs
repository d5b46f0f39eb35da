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

    private const int MostCarriers = 200;

    /// <param name="Reasons">The codes that the regulation in force knows.</param>
    /// <param name="Carriers">Who ever carried anything; for those who may record a span.</param>
    /// <param name="Clause">Null where no regulation is in force.</param>
    public sealed record View(IReadOnlyList<Row> Rows, IReadOnlyList<string> Reasons, IReadOnlyList<string> Regions, IReadOnlyList<string> Carriers, Clause? Clause, LocalDate Today, bool MayRecord);

    /// <param name="Documents">What proves it, as it was written down; empty where photos alone do.</param>
    /// <param name="Photos">How many photos of documents hang on it.</param>
    /// <param name="Where">The order's number, the region's code, or the carrier's name.</param>
    public sealed record Row(
        Guid Id, ExcuseScope Scope, string Where, string Reason, LocalDate First, LocalDate Last, string Description, string Documents, string RecordedBy, Instant RecordedAt, Instant? SettledAt, bool IsGranted, int Photos);

    public async Task<View> For(Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var now = clock.GetCurrentInstant();
        if (!actor.IsStaff || book.InForceAt(now).Value is not { } edition) return new([], [], [], [], null, default, false);

        var rows = await (from span in SpanReach.SeenBy(db, actor).AsNoTracking()
                          orderby span.FirstDate descending, span.Id
                          select new
                          {
                              span,
                              Number = db.Orders.Where(order => order.Id == span.OrderId).Select(order => order.Number).FirstOrDefault(),
                              Photos = db.Photos.Count(photo => photo.Subject == span.Id),
                          }).Take(AtMost).ToListAsync(stop);
        var mayRecord = RecordSpan.MayRecord(actor);
        IReadOnlyList<string> carriers = mayRecord ? await Carriers(db, stop) : [];
        return new([.. rows.Select(row => Show(row.span, row.Number ?? row.span.Region ?? row.span.Carrier!, row.Photos))],
            edition.LatePay.Excuses.All, [.. settings.Regions.Select(region => region.Code)], carriers, edition.LatePay.Excuses.Clause, edition.Calendar.DateOf(now), mayRecord);
    }

    // From one name to the next by the index: a look for each carrier, and not one for each shipment there ever was. Whoever records spans sees all of them.
    private static Task<List<string>> Carriers(PortalDb db, CancellationToken stop) => db.Database.SqlQuery<string>($"""
        WITH RECURSIVE named("Value") AS (
            SELECT MIN("Carrier") FROM "Shipments"
            UNION ALL SELECT (SELECT MIN("Carrier") FROM "Shipments" WHERE "Carrier" > named."Value") FROM named WHERE named."Value" IS NOT NULL
        )
        SELECT "Value" FROM named WHERE "Value" IS NOT NULL LIMIT {MostCarriers}
        """).ToListAsync(stop);

    private static Row Show(ExcusedSpan span, string where, int photos) => new(
        span.Id, span.Scope, where, span.Reason, span.FirstDate, span.LastDate, span.Description, span.Documents, span.RecordedBy, span.RecordedAt, span.SettledAt, span.IsGranted, photos);
}
