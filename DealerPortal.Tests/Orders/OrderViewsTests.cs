using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Orders;
using DealerPortal.Tests.Imports;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Orders;

public sealed class OrderViewsTests
{
    private static readonly Actor Everywhere = ErpFile.FollowUp;

    [Fact]
    public async Task A_dealer_sees_his_own_orders_and_nobody_else_s()
    {
        await using var portal = await Filled();
        var (d1, d2) = (await DealerOf(portal, "D1"), await DealerOf(portal, "D2"));

        var list = await portal.The<OrderList>().For(new(), d1, default);

        Assert.Equal(["O1"], list.Rows.Select(row => row.Number));
        Assert.NotNull(await portal.The<OrderSheet>().For(list.Rows[0].Id, d1, default));
        Assert.Null(await portal.The<OrderSheet>().For(list.Rows[0].Id, d2, default));
        Assert.Empty((await portal.The<OrderList>().For(new(DealerId: d1.DealerId), d2, default)).Rows);
        Assert.Empty((await portal.The<DealerList>().For(new(), d1, default)).Rows);
        Assert.Null(await portal.The<DealerSheet>().For(d1.DealerId!.Value, d1, default));
    }

    [Fact]
    public async Task A_person_of_a_region_sees_that_region()
    {
        await using var portal = await Filled();
        var east = Everywhere with { Roles = new HashSet<Role> { Role.BusinessAssistant }, Regions = new HashSet<string> { "east" } };

        Assert.Equal(["O2"], (await portal.The<OrderList>().For(new(), east, default)).Rows.Select(row => row.Number));
        Assert.Equal(["D2"], (await portal.The<DealerList>().For(new(), east, default)).Rows.Select(row => row.Code));
        Assert.Null(await portal.The<DealerSheet>().For((await DealerOf(portal, "D1")).DealerId!.Value, east, default));
        Assert.Null(await portal.The<OrderSheet>().For((await portal.The<OrderList>().For(new("O1"), Everywhere, default)).Rows[0].Id, east, default));
    }

    [Fact]
    public async Task Orders_are_found_by_number_and_by_what_has_left()
    {
        await using var portal = await Filled();
        async Task<IEnumerable<string>> Find(OrderList.Question question) => (await portal.The<OrderList>().For(question, Everywhere, default)).Rows.Select(row => row.Number);

        Assert.Equal(["O2", "O1"], await Find(new()));
        Assert.Equal(["O2"], await Find(new(" 2 ")));
        Assert.Empty(await Find(new("%")));
        Assert.Equal(["O1"], await Find(new(IsShipped: true)));
        Assert.Equal(["O2"], await Find(new(IsShipped: false)));
        Assert.True((await portal.The<OrderList>().For(new("O2"), Everywhere, default)).Rows[0].IsPartlyShipped);
    }

    [Fact]
    public async Task The_sheet_shows_what_left_with_whom()
    {
        await using var portal = await Filled();
        var id = (await portal.The<OrderList>().For(new("O1"), Everywhere, default)).Rows[0].Id;

        var sheet = (await portal.The<OrderSheet>().For(id, Everywhere, default))!;

        Assert.Equal(("石家庄安居门窗", 2), (sheet.Dealer, sheet.Lines.Count));
        var parcel = Assert.Single(sheet.Shipments);
        Assert.Equal(("顺达物流", "0311-88990001", "W1"), (parcel.Carrier, parcel.CarrierPhone, parcel.Waybill));
        Assert.Equal([6, 89.5m], parcel.Lines.Select(line => line.Quantity));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition_while_orders_arrive()
    {
        await using var portal = await Filled();
        string Rows(int from, int count) => ErpFile.OrderHeader + string.Concat(Enumerable.Range(from, count).Select(i => $"N{i:000},D1,2026-02-{1 + i % 28:00},1,gate,2050×960,,2,\n"));
        await portal.Import(Rows(0, 100));
        var seen = new List<string>();

        OrderList.Place? after = null;
        do
        {
            var page = await portal.The<OrderList>().For(new("N", After: after), Everywhere, default);
            seen.AddRange(page.Rows.Select(row => row.Number));
            if (after is null) await portal.Import(ErpFile.OrderHeader + "N999,D1,2026-03-01,1,gate,2050×960,,2,\n");
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(100, seen.Distinct().Count());
        Assert.Equal(100, seen.Count);
    }

    private static async Task<Portal> Filled()
    {
        var portal = await Portal.Start();
        foreach (var file in new[] { ErpFile.Dealers, ErpFile.Orders, ErpFile.Shipments }) await portal.Import(file);
        return portal;
    }

    private static async Task<Actor> DealerOf(Portal portal, string code) => new(
        Guid.CreateVersion7(), code, new HashSet<Role> { Role.DealerOwner }, await portal.Db(db => db.Dealers.Where(dealer => dealer.Code == code).Select(dealer => dealer.Id).SingleAsync()),
        new HashSet<string>(), "test");
}
