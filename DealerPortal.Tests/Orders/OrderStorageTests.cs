using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Orders;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Orders;

public sealed class OrderStorageTests
{
    [Fact]
    public async Task Quantities_are_stored_to_the_thousandth_and_compared_and_summed_exactly()
    {
        await using var portal = await Portal.Start();
        var dealer = new Dealer(Guid.CreateVersion7(), "D1", "华北一店", "north", portal.Clock.Now);
        await portal.Db(db =>
        {
            db.Dealers.Add(dealer);
            db.Orders.Add(new Order(Guid.CreateVersion7(), "O1", new(dealer.Id, new(2026, 3, 1),
                [.. new[] { 89.5m, 90m, 9m, 0.001m }.Select((quantity, i) => new Order.LineFacts(i + 1, "color-tube", "Φ25", "红", quantity))])));
            return Task.FromResult(0);
        });

        var (from90, sum) = await portal.Db(async db => (
            await db.Set<OrderLine>().CountAsync(line => line.Quantity >= 90m),
            await db.Set<OrderLine>().SumAsync(line => line.Quantity)));

        Assert.Equal(1, from90);
        Assert.Equal(188.501m, sum);
    }

    [Fact]
    public async Task A_line_that_is_changed_or_struck_off_raises_the_version_of_its_order()
    {
        await using var portal = await Portal.Start();
        var dealer = new Dealer(Guid.CreateVersion7(), "D1", "华北一店", "north", portal.Clock.Now);
        Order.Facts Said(params decimal[] quantities) => new(dealer.Id, new(2026, 3, 1), [.. quantities.Select((quantity, i) => new Order.LineFacts(i + 1, "gate", "2050×960", null, quantity))]);
        await portal.Db(db =>
        {
            db.Dealers.Add(dealer);
            db.Orders.Add(new Order(Guid.CreateVersion7(), "O1", Said(1, 2)));
            return Task.FromResult(0);
        });

        await portal.Db(async db => (await db.Orders.SingleAsync()).Update(Said(1, 3), null));
        Assert.Equal(1, await portal.Db(db => db.Orders.Select(order => order.Version).SingleAsync()));
        await portal.Db(async db => (await db.Orders.SingleAsync()).Update(Said(1), null));
        Assert.Equal(2, await portal.Db(db => db.Orders.Select(order => order.Version).SingleAsync()));
        Assert.Equal(1, await portal.Db(db => db.Set<OrderLine>().CountAsync()));
    }
}
