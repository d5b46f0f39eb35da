using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Compensation;

/// <summary>What lateness earns, written down by the sweep: the regulation's own cases, and every way in which a run can be missed, repeated or met by another.</summary>
public sealed class EarnLateDaysTests
{
    [Fact]
    public async Task Shipped_on_its_last_date_an_order_earns_nothing()
    {
        await using var world = await LateWorld.Begin();
        var order = await world.Confirmed("03-02 11:59", ("window-guard", "原色", 3));
        world.Portal.Clock.Now = Shanghai.At("03-08 23:30");
        await world.Shipped(order, "03-08 23:00");

        await world.Earn("03-12 00:05");

        Assert.Empty(await world.Ledger());
    }

    [Fact]
    public async Task Confirmed_at_twelve_a_plain_guard_shipped_three_dates_late_earns_a_hundred_and_fifty()
    {
        await using var world = await LateWorld.Begin();
        var order = await world.Confirmed("03-02 12:00", ("window-guard", "原色", 3));
        foreach (var night in new[] { "03-10 00:05", "03-11 00:05", "03-12 00:05" }) await world.Earn(night);
        world.Portal.Clock.Now = Shanghai.At("03-12 08:10");
        await world.Shipped(order, "03-12 08:00");

        await world.Earn("03-13 00:05");

        Assert.Equal(["03-10", "03-11", "03-12"], await world.Dates(order));
        Assert.Equal(150, await world.Yuan(order));
        Assert.Equal(3, (await world.Ledger()).Count);
    }

    [Fact]
    public async Task Two_late_lines_of_one_order_earn_once_a_date()
    {
        await using var world = await LateWorld.Begin();
        var order = await Mixed(world);

        await world.Earn("03-20 00:05");

        Assert.Equal(["03-14", "03-15", "03-16", "03-17", "03-18"], await world.Dates(order));
        Assert.Equal(250, await world.Yuan(order));
        Assert.All(await world.Ledger(), entry => Assert.Equal(LateWorld.Date("03-13"), entry.PromisedOn));
    }

    [Fact]
    public async Task A_blizzard_recorded_late_takes_back_what_its_dates_had_earned()
    {
        await using var world = await LateWorld.Begin();
        var order = await Mixed(world);
        await world.Earn("03-20 00:05");

        await world.Excused("03-15", "03-16", region: "north");
        await world.Portal.The<EarnLateDays>().ReviseAsOf(world.Portal.Clock.Now, default);

        Assert.Equal(["03-14", "03-17", "03-18"], await world.Dates(order));
        Assert.Equal(150, await world.Yuan(order));
        Assert.Equal(7, (await world.Ledger()).Count);
    }

    [Fact]
    public async Task Downtime_costs_a_longer_run_and_nothing_else()
    {
        await using var nightly = await LateWorld.Begin();
        await using var late = await LateWorld.Begin();
        var (one, other) = (await Mixed(nightly), await Mixed(late));

        for (var day = 3; day <= 20; day++) await nightly.Earn($"03-{day:00} 00:05");
        await late.Earn("03-20 00:05");

        Assert.Equal(await nightly.Dates(one), await late.Dates(other));
    }

    [Fact]
    public async Task A_second_run_and_a_run_for_a_past_date_change_nothing()
    {
        await using var world = await LateWorld.Begin();
        var order = await world.Confirmed("03-02 09:00", ("gate", null, 2));
        await world.Earn("03-20 00:05");
        var before = (await world.Ledger()).Select(entry => entry.Id).ToList();

        Assert.Equal(SweepCount.None, await world.Earn());
        Assert.Equal(SweepCount.None, await world.Portal.The<EarnLateDays>().RunAsOf(Shanghai.At("03-10 00:05"), default));

        Assert.Equal(before, (await world.Ledger()).Select(entry => entry.Id));
        Assert.Equal(["03-17", "03-18", "03-19", "03-20"], await world.Dates(order));
    }

    [Fact]
    public async Task Two_processes_at_once_write_one_ledger()
    {
        await using var world = await LateWorld.Begin();
        var order = await world.Confirmed("03-02 09:00", ("gate", null, 2));
        world.Portal.Clock.Now = Shanghai.At("03-20 00:05");
        await using var peer = world.Portal.Peer();

        await Task.WhenAll(
            Task.Run(() => world.Portal.The<EarnLateDays>().RunAsOf(world.Portal.Clock.Now, default)),
            Task.Run(() => peer.The<EarnLateDays>().RunAsOf(world.Portal.Clock.Now, default)));

        Assert.Equal(4, (await world.Ledger(order)).Count);
    }

    [Fact]
    public async Task One_order_that_cannot_be_counted_fails_alone_among_many()
    {
        await using var world = await LateWorld.Begin();
        var orders = new List<Guid>();
        for (var i = 0; i < 5; i++) orders.Add(await world.Confirmed("03-02 09:00", ("gate", null, 2)));
        await world.Portal.Db(db => db.Promises.Where(promise => promise.Id == orders[2]).ExecuteUpdateAsync(set => set.SetProperty(promise => promise.Edition, "never-written")));

        var count = await world.Earn("03-18 00:05");

        Assert.Equal((5, 4, 1), (count.Looked, count.Changed, count.Failed));
        foreach (var order in orders) Assert.Equal(order == orders[2] ? 0 : 100, await world.Yuan(order));
    }

    [Fact]
    public async Task More_orders_than_are_saved_at_once_earn_each_date_once_and_are_told_once()
    {
        await using var world = await LateWorld.Begin();
        await world.Person(Domain.Accounts.Role.DealerOwner, dealer: world.DealerId);
        for (var i = 0; i < Sweep.Batch + 5; i++) await world.Confirmed("03-02 09:00", ("gate", null, 2));

        Assert.Equal(Sweep.Batch + 5, (await world.Earn("03-17 00:05")).Changed);
        Assert.Equal(Sweep.Batch + 5, (await world.Earn("03-18 00:05")).Changed);

        Assert.Equal(2 * (Sweep.Batch + 5), (await world.Ledger()).DistinctBy(entry => (entry.OrderId, entry.Date)).Count());
        Assert.Equal(Sweep.Batch + 5, await world.Portal.Db(db => db.Notices.CountAsync()));
    }

    [Fact]
    public async Task A_shipment_recorded_late_takes_back_what_came_after_it()
    {
        await using var world = await LateWorld.Begin();
        var order = await world.Confirmed("03-02 09:00", ("gate", null, 2));
        await world.Earn("03-20 00:05");

        await world.Shipped(order, "03-18 17:00");
        await world.Earn();

        Assert.Equal(["03-17", "03-18"], await world.Dates(order));
        Assert.Equal(6, (await world.Ledger()).Count);
    }

    [Fact]
    public async Task A_line_that_shipped_in_part_is_late_until_the_rest_has_left()
    {
        await using var world = await LateWorld.Begin();
        var order = await world.Confirmed("03-02 09:00", ("gate", null, 3));
        world.Portal.Clock.Now = Shanghai.At("03-16 20:00");
        await world.Shipped(order, "03-16 18:00", (1, 2));
        world.Portal.Clock.Now = Shanghai.At("03-18 20:00");
        await world.Shipped(order, "03-18 18:00", (1, 1));

        await world.Earn("03-19 00:05");

        Assert.Equal(["03-17", "03-18"], await world.Dates(order));
    }

    [Fact]
    public async Task Goods_for_which_nothing_is_paid_earn_nothing_and_are_not_looked_at_every_night()
    {
        await using var world = await LateWorld.Begin();
        await world.Confirmed("03-02 09:00", ("home", null, 4));
        await world.Earn("03-03 00:05");

        Assert.Equal(0, (await world.Earn("03-20 00:05")).Looked);
        Assert.Empty(await world.Ledger());
    }

    [Fact]
    public async Task The_database_refuses_a_second_earning_that_stands_and_any_change_of_a_line()
    {
        await using var world = await LateWorld.Begin();
        var order = await world.Confirmed("03-02 09:00", ("gate", null, 2));
        await world.Earn("03-17 00:05");

        await Assert.ThrowsAnyAsync<Exception>(() => world.Portal.Db(db => db.Database.ExecuteSqlRawAsync("""
            INSERT INTO "Ledger" ("Id","Kind","DealerId","OrderId","Date","Fen","Clause","Steps","WrittenAt") SELECT 'other',"Kind","DealerId","OrderId","Date","Fen","Clause","Steps","WrittenAt" FROM "Ledger"
            """)));
        await Assert.ThrowsAnyAsync<Exception>(() => world.Portal.Db(db => db.Database.ExecuteSqlRawAsync("""UPDATE "Ledger" SET "Fen" = 1""")));
        await Assert.ThrowsAnyAsync<Exception>(() => world.Portal.Db(db => db.Database.ExecuteSqlRawAsync("""DELETE FROM "Ledger" """)));
        Assert.Equal(50, await world.Yuan(order));
    }

    private static async Task<Guid> Mixed(LateWorld world)
    {
        var order = await world.Confirmed("03-02 09:00", ("gate", "古铜", 2), ("window-guard", "咖啡", 4));
        var now = world.Portal.Clock.Now;
        world.Portal.Clock.Now = Shanghai.At("03-18 20:00");
        await world.Shipped(order, "03-18 16:00");
        world.Portal.Clock.Now = now;
        return order;
    }
}
