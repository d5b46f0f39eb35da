using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Imports.Reading;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Promises;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Imports.Kinds;

/// <summary>A file of orders: one row a line, the order's own cells repeated on each.</summary>
internal sealed class OrderRows : IRowKind
{
    /// <summary>Far above any order ever placed: what is above it is a slip of the keyboard.</summary>
    internal const decimal MaxQuantity = 1_000_000;

    internal const int MaxLine = 9_999;

    private static readonly Column Number = new("order", "订单号", "order_no", true, "SO-260301-001");
    private static readonly Column DealerCode = new("dealer-code", "经销商编码", "dealer_code", true, "D1001");
    private static readonly Column OrderedOn = new("ordered-on", "下单日期", "ordered_on", true, "2026-03-01");
    private static readonly Column Line = new("line", "行号", "line_no", true, "1");
    private static readonly Column FamilyName = new("family", "产品系列", "family", true, "gate");
    private static readonly Column Spec = new("spec", "规格", "spec", true, "2050×960 左内开");
    private static readonly Column Colour = new("colour", "颜色", "colour", false, "古铜");
    private static readonly Column Quantity = new("quantity", "数量", "quantity", true, "6");
    private static readonly Column Area = new("area", "面积(㎡)", "area_m2", false, "11.808");
    private static readonly Column ApprovedAt = new("approved-at", "审核时间", "approved_at", false, "2026-03-01 15:20");
    private static readonly Column DepositAt = new("deposit-at", "订金到账时间", "deposit_at", false, "2026-03-02 09:05");

    public ImportKind Kind => ImportKind.Orders;

    public IReadOnlyList<Column> Columns { get; } = [Number, DealerCode, OrderedOn, Line, FamilyName, Spec, Colour, Quantity, Area, ApprovedAt, DepositAt];

    public Column Key => Number;

    public async Task Land(Landing landing, IReadOnlyList<RowGroup> groups, CancellationToken stop)
    {
        var numbers = groups.Select(group => group.Key).ToArray();
        var codes = groups.SelectMany(group => group.Rows).Select(row => row[DealerCode]).Distinct().ToArray();
        var regions = landing.Actor.Regions.ToArray();
        var dealers = await landing.Db.Dealers.AsNoTracking()
            .Where(dealer => codes.Contains(dealer.Code) && (!landing.Actor.IsRegional || regions.Contains(dealer.Region))).ToDictionaryAsync(dealer => dealer.Code, stop);
        var known = await landing.Db.Orders.Where(order => numbers.Contains(order.Number)).ToDictionaryAsync(order => order.Number, stop);
        var ids = known.Values.Select(order => order.Id).ToArray();
        var promised = await landing.Db.Promises.Where(promise => ids.Contains(promise.Id)).ToDictionaryAsync(promise => promise.Id, stop);
        var left = await landing.Db.Shipments.Where(shipment => ids.Contains(shipment.OrderId)).GroupBy(shipment => shipment.OrderId)
            .Select(group => new { group.Key, Last = group.Max(shipment => shipment.ShippedAt) }).ToDictionaryAsync(group => group.Key, group => group.Last, stop);

        foreach (var group in groups)
        {
            if (landing.Read(group, cells => ReadOne(cells, landing.Terms, dealers)) is not { } said) continue;
            if (!known.TryGetValue(group.Key, out var order)) Add(landing, group.Key, said);
            else if (landing.Actor.IsRegional && dealers.Values.All(dealer => dealer.Id != order.DealerId)) landing.Refuse(group, Number, new("import.order-unknown"));
            else await Update(landing, group, order, said, left.TryGetValue(order.Id, out var last) ? last : null, promised.GetValueOrDefault(order.Id));
        }
    }

    private static Order.Facts ReadOne(IReadOnlyList<Cells> rows, Terms terms, Dictionary<string, Dealer> dealers)
    {
        var first = rows[0];
        var dealer = dealers.GetValueOrDefault(first.Text(DealerCode, 40)) ?? (first.Row[DealerCode].Length == 0 ? null : first.Refuse<Dealer?>(DealerCode, new("import.dealer-unknown"), null));
        first.Text(Number, 40);
        var orderedOn = first.Date(OrderedOn);
        var lines = new Dictionary<int, Order.LineFacts>();
        foreach (var cells in rows)
        {
            cells.SameAs(first.Row, DealerCode, OrderedOn, ApprovedAt, DepositAt);
            var line = ReadLine(cells, terms);
            if (line.Number > 0 && !lines.TryAdd(line.Number, line)) cells.Refuse(Line, new("import.line-twice", null, null, Fact.Number(first.Row.Line)), 0);
        }
        return new(dealer?.Id ?? default, orderedOn, [.. lines.Values], first.OptionalMoment(ApprovedAt), first.OptionalMoment(DepositAt));
    }

    private static Order.LineFacts ReadLine(Cells cells, Terms terms)
    {
        var family = terms.FamilyOf(cells.Text(FamilyName, 40))
            ?? (cells.Row[FamilyName].Length == 0 ? null : cells.Refuse<Family?>(FamilyName, new("import.family-unknown", null, null, Fact.Of(string.Join(", ", terms.Families.Select(known => $"{known.Code} {known.Zh}")))), null));
        var whole = family?.Measure is Measure.Sets or Measure.Pieces;
        return new(cells.Whole(Line, MaxLine), family?.Code ?? "", cells.Text(Spec, 200), cells.Optional(Colour, 40),
            cells.Quantity(Quantity, MaxQuantity, whole), cells.Row[Area].Length == 0 ? null : cells.Quantity(Area, MaxQuantity));
    }

    private static void Add(Landing landing, string number, Order.Facts said)
    {
        var order = new Order(Guid.CreateVersion7(), number, said);
        landing.Db.Orders.Add(order);
        landing.Db.Note(new(Happening.OrderAdded, order.Id, order.DealerId, null, Fact.Of(number), Fact.Number(order.Lines.Count)));
        Promising.Keep(landing.Db, order, null, landing.Terms.Book, landing.Now);
        Announce(landing, order);
        landing.Added();
    }

    private static async Task Update(Landing landing, RowGroup group, Order order, Order.Facts said, Instant? lastShippedAt, Promise? promise)
    {
        var changes = order.Update(said, lastShippedAt);
        if (changes.Refusal is { } refusal)
        {
            landing.Refuse(group, Columns(refusal), refusal);
            return;
        }
        foreach (var change in changes.Value!)
            landing.Db.Note(new(change.Line is null ? Happening.OrderChanged : Happening.OrderLineChanged, order.Id, order.DealerId, null, (await Named(landing.Db, change)).Facts(order.Number)));
        if (changes.Value!.Count > 0)
        {
            Promising.Keep(landing.Db, order, promise, landing.Terms.Book, landing.Now);
            Announce(landing, order);
        }
        landing.Kept(changes.Value!.Count > 0);

        static Column Columns(Refusal refusal) => refusal.Field switch { "dealer" => DealerCode, "line" => Line, "family" => FamilyName, _ => Quantity };
    }

    // An order knows its dealer by id; the history tells the name as it was then.
    private static async Task<Change> Named(PortalDb db, Change change)
    {
        if (change.Field != Order.DealerField) return change;
        async Task<Fact> Name(Fact id) => Fact.Of((await db.Dealers.FindAsync(Guid.Parse(id.Value)))!.Name);
        return change with { Before = await Name(change.Before), After = await Name(change.After) };
    }

    private static void Announce(Landing landing, Order order)
    {
        landing.Db.Announce(Topics.Order(order.Id));
        landing.Db.Announce(Topics.Dealer(order.DealerId));
        landing.Db.Announce(Topics.Orders);
    }
}
