using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace DealerPortal.Domain.Orders;

/// <summary>Orders, newest first, a page at a time: a dealer's own, a region's, or all.</summary>
public sealed class OrderList(IDbContextFactory<PortalDb> contexts)
{
    public const int PageSize = 40;

    /// <param name="Text">A part of an order's number; empty for any.</param>
    /// <param name="IsShipped">Whole orders that left, or those of which something has not; null for both.</param>
    /// <param name="DealerId">One dealer's; null for all that the actor may see.</param>
    /// <param name="After">The last row of the page before; null for the first page.</param>
    public sealed record Question(string Text = "", bool? IsShipped = null, Guid? DealerId = null, Place? After = null);

    /// <summary>A row's place in the list, so that the next page begins behind it whatever was added meanwhile.</summary>
    public sealed record Place(LocalDate OrderedOn, string Number)
    {
        /// <summary>As an address carries it.</summary>
        public override string ToString() => $"{LocalDatePattern.Iso.Format(OrderedOn)}~{Number}";

        /// <summary>Reads what <see cref="ToString"/> wrote; null, the beginning of the list, for anything else.</summary>
        public static Place? Parse(string? text) =>
            text?.Split('~', 2) is [var date, var number] && LocalDatePattern.Iso.Parse(date) is { Success: true, Value: var on } ? new(on, number) : null;
    }

    /// <param name="Next">Where the next page begins; null at the end.</param>
    public sealed record View(IReadOnlyList<Row> Rows, Place? Next);

    public sealed record Row(Guid Id, string Number, string Dealer, LocalDate OrderedOn, Instant? ShippedAt, IReadOnlyList<Goods> Goods)
    {
        public bool IsPartlyShipped => ShippedAt is null && Goods.Any(goods => goods.Shipped > 0);
    }

    /// <summary>What of one family was ordered and has left, in its measure.</summary>
    public sealed record Goods(string Family, decimal Quantity, decimal Shipped);

    public async Task<View> For(Question question, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var rows = await Narrow(db.Orders.AsNoTracking().SeenBy(actor, db), question)
            .OrderByDescending(order => order.OrderedOn).ThenByDescending(order => order.Number)
            .Take(PageSize + 1)
            .Select(order => new
            {
                order.Id,
                order.Number,
                order.OrderedOn,
                order.ShippedAt,
                Dealer = db.Dealers.First(dealer => dealer.Id == order.DealerId).Name,
                Lines = order.Lines.OrderBy(line => line.Number).Select(line => new Goods(line.Family, line.Quantity, line.Shipped)).ToList(),
            })
            .ToListAsync(stop);
        var shown = rows.Take(PageSize).Select(row => new Row(row.Id, row.Number, row.Dealer, row.OrderedOn, row.ShippedAt, Sum(row.Lines))).ToList();
        return new(shown, rows.Count > PageSize ? new(shown[^1].OrderedOn, shown[^1].Number) : null);
    }

    private static IQueryable<Order> Narrow(IQueryable<Order> orders, Question question)
    {
        if (question.DealerId is { } dealer) orders = orders.Where(order => order.DealerId == dealer);
        if (question.Text.Trim() is { Length: > 0 } text) orders = orders.Where(order => order.Number.Contains(text));
        if (question.IsShipped is { } shipped) orders = orders.Where(order => order.ShippedAt != null == shipped);
        return question.After is { } after
            ? orders.Where(order => order.OrderedOn < after.OrderedOn || (order.OrderedOn == after.OrderedOn && order.Number.CompareTo(after.Number) < 0))
            : orders;
    }

    private static List<Goods> Sum(IEnumerable<Goods> lines) =>
        [.. lines.GroupBy(line => line.Family).Select(family => new Goods(family.Key, family.Sum(line => line.Quantity), family.Sum(line => line.Shipped)))];
}
