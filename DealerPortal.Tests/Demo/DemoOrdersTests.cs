using DealerPortal.Domain.Imports;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Demo;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Demo;

[Collection(DemoBrowsers.Name)]
public sealed class DemoOrdersTests(DemoHost host) : BrowserTests(host)
{
    [Fact]
    public async Task The_demonstration_has_the_samples_with_the_last_shipment_left_yesterday_and_a_second_start_adds_nothing()
    {
        // Other tests of this host lay out dealers of their own, with random codes; the demonstration's are D001 to D012.
        async Task<(int, int, int, int)> Count() => await Host.Db(async db =>
            (await db.Dealers.CountAsync(dealer => EF.Functions.Like(dealer.Code, "D0__")), await db.Orders.CountAsync(),
                await db.Shipments.CountAsync(), await db.History.CountAsync()));
        var before = await Count();
        Assert.Equal((12, 200, 218), (before.Item1, before.Item2, before.Item3));
        var last = await Host.Db(db => db.Shipments.MaxAsync(shipment => shipment.ShippedAt));
        Assert.Equal(new(2026, 3, 1), last.InZone(Shanghai.Zone).Date);

        foreach (var step in Host.The<IEnumerable<IDemoStep>>()) await step.Load(default);

        Assert.Equal(before, await Count());
        Assert.All(await Host.Db(db => db.ImportRuns.ToListAsync()), run => Assert.Equal(new Tally(run.Count.Added), run.Count));
    }
}
