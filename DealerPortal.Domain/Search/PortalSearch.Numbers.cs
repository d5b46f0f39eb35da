using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Search;

/// <content>What is found by a number: cases, orders, shipments, statements.</content>
public sealed partial class PortalSearch
{
    private sealed record CaseRow(Guid Id, string Number, string Dealer, string Text, CaseState State);

    private async Task<IReadOnlyList<Hit>> Cases(PortalDb db, SoughtText text, Actor actor, CancellationToken stop)
    {
        var begun = db.Complaints.AsNoTracking().SeenBy(actor, db)
            .Where(one => one.Number.CompareTo(text.Upper) >= 0 && one.Number.CompareTo(text.UpperEnd) < 0).OrderBy(one => one.Number).Take(AtMost + 1);
        var rows = await Rows(db, begun).ToListAsync(stop);
        if (rows.Count == 0) rows = await Rows(db, Containing(Window(db, actor), text, actor).Take(AtMost + 1)).ToListAsync(stop);
        return [.. rows.Select(row => new Hit(row.Id, row.Number, Owned(row.Dealer, actor, Fact.Of(row.Text), Fact.Word("case.state." + row.State))))];
    }

    // Where a number's end or a word is looked for: a dealer's newest, and of the staff's the most urgent.
    private IQueryable<Complaint> Window(PortalDb db, Actor actor) => actor.IsDealer
        ? db.Complaints.AsNoTracking().Where(one => one.DealerId == actor.DealerId).OrderByDescending(one => one.FiledAt).ThenByDescending(one => one.Id).Take(LooksThrough)
        : TriageBoard.MostUrgent(db, actor, clock.GetCurrentInstant()).Take(LooksThrough);

    // Who called stands on a case for the staff alone.
    private static IQueryable<Complaint> Containing(IQueryable<Complaint> cases, SoughtText text, Actor actor)
    {
        var (said, upper, isStaff) = (text.Text, text.Upper, actor.IsStaff);
        return cases.Where(one => one.Number.EndsWith(upper) || one.OrderNumber == said || one.OrderNumber == upper || one.Description.Contains(said)
            || (isStaff && one.Caller != null && one.Caller.Contains(said)));
    }

    private static IQueryable<CaseRow> Rows(PortalDb db, IQueryable<Complaint> cases) =>
        from one in cases
        join dealer in db.Dealers on one.DealerId equals dealer.Id
        orderby one.Number descending
        select new CaseRow(one.Id, one.Number, dealer.Name, one.Description.Substring(0, 80), one.State);

    private sealed record OrderRow(Guid Id, string Number, string Dealer, LocalDate OrderedOn, string? Family);

    private static async Task<IReadOnlyList<Hit>> Orders(PortalDb db, SoughtText text, Actor actor, CancellationToken stop)
    {
        var seen = db.Orders.AsNoTracking().SeenBy(actor, db);
        var begun = seen.Where(order => (order.Number.CompareTo(text.Text) >= 0 && order.Number.CompareTo(text.TextEnd) < 0)
            || (order.Number.CompareTo(text.Upper) >= 0 && order.Number.CompareTo(text.UpperEnd) < 0)).OrderBy(order => order.Number).Take(AtMost + 1);
        var rows = await Rows(db, begun).ToListAsync(stop);
        if (rows.Count == 0)
            rows = await Rows(db, seen.OrderByDescending(order => order.OrderedOn).ThenByDescending(order => order.Number).Take(LooksThrough)
                .Where(order => order.Number.Contains(text.Upper)).Take(AtMost + 1)).ToListAsync(stop);
        return [.. rows.Select(row => new Hit(row.Id, row.Number, Owned(row.Dealer, actor, [.. FamilyOf(row.Family), Fact.On(row.OrderedOn)])))];
    }

    private static IQueryable<OrderRow> Rows(PortalDb db, IQueryable<Order> orders) => orders.OrderByDescending(order => order.OrderedOn).ThenByDescending(order => order.Number)
        .Select(order => new OrderRow(order.Id, order.Number, db.Dealers.First(dealer => dealer.Id == order.DealerId).Name, order.OrderedOn,
            order.Lines.OrderBy(line => line.Number).Select(line => line.Family).FirstOrDefault()));

    private sealed record ShipmentRow(Guid OrderId, string Number, string Dealer, string Carrier, string? Waybill, Instant ShippedAt, Guid? PickUpId);

    private static async Task<IReadOnlyList<Hit>> Shipments(PortalDb db, SoughtText text, Actor actor, CancellationToken stop)
    {
        var seen = db.Shipments.AsNoTracking().SeenBy(actor, db);
        var begun = seen.Where(one => (one.Number.CompareTo(text.Text) >= 0 && one.Number.CompareTo(text.TextEnd) < 0)
            || (one.Number.CompareTo(text.Upper) >= 0 && one.Number.CompareTo(text.UpperEnd) < 0)).OrderBy(one => one.Number).Take(AtMost + 1);
        var rows = await Rows(db, begun).ToListAsync(stop);
        // Ids are drawn in the order of time: the newest, without an index of their own.
        if (rows.Count == 0)
            rows = await Rows(db, seen.OrderByDescending(one => one.Id).Take(LooksThrough)
                .Where(one => one.Number.EndsWith(text.Upper) || one.Waybill == text.Text || one.Waybill == text.Upper).Take(AtMost + 1)).ToListAsync(stop);
        return [.. rows.Select(row => new Hit(row.OrderId, row.Number, Owned(row.Dealer, actor, [Fact.Of(row.Carrier), .. Said(row.Waybill), Fact.At(row.ShippedAt)]), row.PickUpId))];
    }

    private static IQueryable<ShipmentRow> Rows(PortalDb db, IQueryable<Shipment> shipments) => shipments.OrderByDescending(one => one.ShippedAt).ThenBy(one => one.Number)
        .Select(one => new ShipmentRow(one.OrderId, one.Number, db.Dealers.First(dealer => dealer.Id == one.DealerId).Name, one.Carrier, one.Waybill, one.ShippedAt,
            db.PickedUpShipments.Where(taken => taken.ShipmentId == one.Id).Select(taken => (Guid?)taken.PickUpId).FirstOrDefault()));

    private static async Task<IReadOnlyList<Hit>> Statements(PortalDb db, SoughtText text, Actor actor, CancellationToken stop)
    {
        var rows = await (from batch in Settlements.Statements.SeenBy(actor, db).AsNoTracking()
                          where batch.Number.CompareTo(text.Upper) >= 0 && batch.Number.CompareTo(text.UpperEnd) < 0
                          join dealer in db.Dealers on batch.DealerId equals dealer.Id
                          orderby batch.Number
                          select new { batch.Id, batch.Number, Dealer = dealer.Name, batch.Through, batch.Fen, batch.State }).Take(AtMost + 1).ToListAsync(stop);
        return [.. rows.Select(row => new Hit(row.Id, row.Number, Owned(row.Dealer, actor, Fact.On(row.Through), Fact.Fen(row.Fen), Fact.Word("batch-state." + row.State))))];
    }

    // A dealer knows that it is his own.
    private static IReadOnlyList<Fact> Owned(string dealer, Actor actor, params IReadOnlyList<Fact> facts) => actor.IsDealer ? facts : [Fact.Of(dealer), .. facts];

    private static IEnumerable<Fact> FamilyOf(string? family) => family is null ? [] : [Fact.Word("family." + family)];

    private static IEnumerable<Fact> Said(string? text) => string.IsNullOrEmpty(text) ? [] : [Fact.Of(text)];
}
