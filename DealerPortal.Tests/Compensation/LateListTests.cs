using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Orders;
using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Compensation;

/// <summary>How the orders of a list stand: dates, dates late and yuan so far, counted at the moment they are asked.</summary>
public sealed class LateListTests
{
    [Fact]
    public async Task A_list_shows_dates_days_late_and_yuan_so_far_without_a_sweep()
    {
        await using var world = await LateWorld.Begin();
        var (late, shipped, early) = (await world.Confirmed("03-02 09:00", ("gate", null, 2)), await world.Confirmed("03-02 09:00", ("gate", null, 1)), await world.Confirmed("03-10 09:00", ("gate", null, 1)));
        var open = await Unconfirmed(world);
        var dealer = await world.Person(Role.DealerOwner, dealer: world.DealerId);
        world.Portal.Clock.Now = Shanghai.At("03-18 12:00");
        await world.Shipped(shipped, "03-18 10:00");
        world.Portal.Clock.Now = Shanghai.At("03-20 09:00");

        var rows = await world.Portal.The<LateList>().Of([late, shipped, early, open], dealer, default);

        Assert.Equal((Shanghai.At("03-17 00:00"), true, 4, 20_000L, true), Of(rows[late]));
        Assert.Equal((Shanghai.At("03-17 00:00"), false, 2, 10_000L, true), Of(rows[shipped]));
        Assert.Equal((Shanghai.At("03-25 00:00"), true, 0, null, false), Of(rows[early]));
        Assert.NotEmpty(rows[late].By.Steps);
        Assert.False(rows.ContainsKey(open));
    }

    [Fact]
    public async Task Nobody_learns_of_another_dealer_s_or_another_region_s_orders_by_naming_them()
    {
        await using var world = await LateWorld.Begin();
        var order = await world.Confirmed("03-02 09:00", ("gate", null, 2));
        var list = world.Portal.The<LateList>();

        Assert.Single(await list.Of([order], await world.Person(Role.RegionalManager, "north"), default));
        Assert.Empty(await list.Of([order], await world.Person(Role.RegionalManager, "south"), default));
        Assert.Empty(await list.Of([order], await world.Person(Role.DealerOwner, dealer: await world.Dealer("D9", "north")), default));
    }

    [Fact]
    public async Task What_left_long_ago_is_not_counted_through_to_this_day()
    {
        await using var world = await LateWorld.Begin();
        var order = await world.Confirmed("03-02 09:00", ("gate", null, 2));
        world.Portal.Clock.Now = Shanghai.At("03-18 12:00");
        await world.Shipped(order, "03-18 10:00");
        await world.Earn("11-18 00:05");

        var row = (await world.Portal.The<LateList>().Of([order], await world.Person(Role.DealerOwner, dealer: world.DealerId), default))[order];

        Assert.Equal((2, 10_000L), (row.DaysLate, row.Pay!.Value));
        Assert.Equal(["03-17", "03-18"], await world.Dates(order));
    }

    private static (NodaTime.Instant, bool, int, long?, bool) Of(LateList.Row row) => (row.By.Value, row.IsOwed, row.DaysLate, row.Pay?.Value, row.IsProvisional);

    private static async Task<Guid> Unconfirmed(LateWorld world)
    {
        var order = new Order(Guid.CreateVersion7(), "SO-OPEN", new(world.DealerId, new(2026, 3, 2), [new(1, "gate", "gate", null, 1)], null, null));
        await world.Portal.Db(db => Task.FromResult(db.Orders.Add(order)));
        return order.Id;
    }
}
