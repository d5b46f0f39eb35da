using DealerPortal.Domain.Imports;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Policies;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Imports;

public sealed class SamplesTests
{
    [Fact]
    public async Task The_samples_are_an_export_of_two_hundred_orders_over_every_family_and_are_taken_over_whole()
    {
        await using var portal = await Portal.Start("2026-03-21 09:00");

        Assert.Equal(new Tally(Added: 12), await portal.Import(Sample("dealers.csv")));
        Assert.Equal(new Tally(Added: 200), await portal.Import(Sample("orders.csv")));
        Assert.Equal(new Tally(Added: 218), await portal.Import(Sample("shipments.csv")));

        var families = portal.The<PolicyBook>().InForce(new(2026, 3, 21)).Value!.Families.Select(family => family.Code);
        Assert.Equal(families.Order(), (await portal.Db(db => db.Set<OrderLine>().Select(line => line.Family).Distinct().ToListAsync())).Order());
        Assert.Equal(3, await portal.Db(db => db.Dealers.Select(dealer => dealer.Region).Distinct().CountAsync()));
        Assert.Equal(12, await portal.Db(db => db.Shipments.Select(shipment => shipment.DealerId).Distinct().CountAsync()));
        Assert.Equal(new Tally(Unchanged: 218), await portal.Import(Sample("shipments.csv")));
    }

    private static string Sample(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", name));
}
