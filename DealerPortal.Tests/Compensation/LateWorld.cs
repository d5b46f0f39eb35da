using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Promises;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace DealerPortal.Tests.Compensation;

/// <summary>A dealer of the north whose orders are confirmed, shipped and late, and the staff who answer for it.</summary>
public sealed class LateWorld(Portal portal) : IAsyncDisposable
{
    private int orders;

    public Portal Portal { get; } = portal;

    public Guid DealerId { get; private set; }

    public static async Task<LateWorld> Begin(string now = "2026-03-02 08:00", Database on = Database.Sqlite, Func<Domain.PortalSettings, Domain.PortalSettings>? with = null)
    {
        var world = new LateWorld(await Portal.Start(now, with: with, on: on));
        world.DealerId = await world.Dealer("D001", "north");
        return world;
    }

    public async Task<Guid> Dealer(string code, string region)
    {
        var dealer = new Dealer(Guid.CreateVersion7(), code, "济南诚信门窗 " + code, region, Portal.Clock.Now);
        await Portal.Db(db => Task.FromResult(db.Dealers.Add(dealer)));
        return dealer.Id;
    }

    /// <summary>Somebody of the staff, or of the dealer's.</summary>
    public async Task<Actor> Person(Role role, string? region = null, Guid? dealer = null)
    {
        var user = new User(Guid.CreateVersion7(), $"{role}{Guid.NewGuid():N}"[..20], role.ToString(), dealer);
        user.Hold(role, region);
        await Portal.Db(db => Task.FromResult(db.Users.Add(user)));
        return user.ActFrom("test");
    }

    /// <summary>An order confirmed at the instant, of these goods: family, colour, quantity.</summary>
    public Task<Guid> Confirmed(string at, params (string Family, string? Colour, decimal Quantity)[] goods) => Confirmed(DealerId, at, goods);

    public async Task<Guid> Confirmed(Guid dealer, string at, (string Family, string? Colour, decimal Quantity)[] goods)
    {
        var order = new Order(Guid.CreateVersion7(), $"SO{++orders:000}", new(dealer, Shanghai.At(at).InZone(Shanghai.Zone).Date,
            [.. goods.Select((line, i) => new Order.LineFacts(i + 1, line.Family, $"{line.Family} {i + 1}", line.Colour, line.Quantity))], Shanghai.At(at), Shanghai.At(at)));
        await Portal.Db(db =>
        {
            db.Orders.Add(order);
            Promising.Keep(db, order, null, Portal.The<PolicyBook>(), Portal.Clock.Now);
            return Task.FromResult(0);
        });
        return order.Id;
    }

    /// <summary>Goods left at the instant: line and quantity. Recorded now, however long ago it was.</summary>
    public Task Shipped(Guid orderId, string at, params (int Line, decimal Quantity)[] goods) => Portal.Db(async db =>
    {
        var order = await db.Orders.SingleAsync(order => order.Id == orderId);
        var last = await db.Shipments.Where(shipment => shipment.OrderId == orderId).Select(shipment => (Instant?)shipment.ShippedAt).MaxAsync();
        var quantities = goods.ToDictionary(line => line.Line, line => line.Quantity);
        Assert.Null(order.Ship(quantities, last > Shanghai.At(at) ? last.Value : Shanghai.At(at)).Refusal);
        db.Shipments.Add(new Shipment(Guid.CreateVersion7(), "DN" + Guid.NewGuid().ToString("N")[..12], order, new(Shanghai.At(at), "安运物流", null, null, quantities)));
        (await db.Promises.SingleAsync(promise => promise.Id == orderId)).LookAgain(Portal.Clock.Now);
        return 0;
    });

    /// <summary>The whole order left at the instant.</summary>
    public async Task Shipped(Guid orderId, string at) =>
        await Shipped(orderId, at, [.. (await Portal.Db(db => db.Orders.SingleAsync(order => order.Id == orderId))).Lines.Select(line => (line.Number, line.Quantity - line.Shipped))]);

    /// <summary>A span over dates such as <c>03-15</c>, granted; it is spread by the next run.</summary>
    public Task Excused(string first, string last, string reason = "blizzard", Guid? order = null, string? region = null, string? carrier = null) => Portal.Db(db =>
    {
        var scope = order is not null ? ExcuseScope.Order : region is not null ? ExcuseScope.Region : ExcuseScope.Carrier;
        var span = new ExcusedSpan(Guid.CreateVersion7(), new(scope, order, region, carrier, reason, Date(first), Date(last), "雪", "气象台 12 号"), Guid.CreateVersion7(), Actor.System("test"), Portal.Clock.Now);
        span.Settle(true, Portal.Clock.Now);
        db.ExcusedSpans.Add(span);
        return Task.FromResult(0);
    });

    public async Task<SweepCount> Earn(string? at = null)
    {
        if (at is not null) Portal.Clock.Now = Shanghai.At(at);
        return await Portal.The<EarnLateDays>().RunAsOf(Portal.Clock.Now, default);
    }

    public Task<List<LedgerEntry>> Ledger(Guid? order = null) =>
        Portal.Db(db => db.Ledger.AsNoTracking().Where(entry => order == null || entry.OrderId == order).OrderBy(entry => entry.Date).ThenBy(entry => entry.Id).ToListAsync());

    public async Task<long> Yuan(Guid order) => (await Ledger(order)).Sum(entry => entry.Fen) / 100;

    /// <summary>The dates whose earning stands.</summary>
    public async Task<string[]> Dates(Guid order) =>
        [.. (await Ledger(order)).GroupBy(entry => entry.Date).Where(chain => LateBook.Last(chain) is { Kind: EntryKind.Earn }).Select(chain => chain.Key.ToString("MM-dd", null))];

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text.Length > 5 ? text : "2026-" + text).Value;

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
