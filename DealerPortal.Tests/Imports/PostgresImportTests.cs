using DealerPortal.Domain.History;
using DealerPortal.Domain.Imports;
using DealerPortal.Domain.Orders;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Imports;

/// <summary>The import and its lists say the same on the other database.</summary>
[Trait("Category", "Postgres")]
public sealed class PostgresImportTests
{
    [Fact]
    public async Task A_file_is_taken_over_once_and_a_repetition_changes_nothing()
    {
        await using var portal = await Portal.Start(on: Database.Postgres);
        foreach (var file in new[] { ErpFile.Dealers, ErpFile.Orders, ErpFile.Shipments }) Assert.Equal(new Tally(Added: 2), await portal.Import(file));
        foreach (var file in new[] { ErpFile.Dealers, ErpFile.Orders, ErpFile.Shipments }) Assert.Equal(new Tally(Unchanged: 2), await portal.Import(file));

        Assert.Equal(1, await portal.Db(db => db.Set<OrderLine>().CountAsync(line => line.Quantity >= 89.5m)));
        Assert.Equal(103.5m, await portal.Db(db => db.Set<OrderLine>().SumAsync(line => line.Quantity)));
        var list = portal.The<OrderList>();
        Assert.Equal(["O2", "O1"], (await list.For(new(), ErpFile.FollowUp, default)).Rows.Select(row => row.Number));
        Assert.Equal(["O1"], (await list.For(new(After: new(new(2026, 2, 21), "O2")), ErpFile.FollowUp, default)).Rows.Select(row => row.Number));
    }

    [Fact]
    public async Task Two_processes_bring_each_order_once()
    {
        await using var portal = await Portal.Start(on: Database.Postgres);
        await portal.Import(ErpFile.Dealers);
        var file = ErpFile.OrderHeader + string.Concat(Enumerable.Range(0, 250).Select(i => $"N{i:000},D1,2026-02-20,1,gate,2050×960,,2,\n"));
        await using var peer = portal.Peer();
        var ids = new[] { await portal.Bring(file), await peer.Bring(file) };

        var outcomes = await Task.WhenAll(
            Task.Run(() => portal.The<ApplyImport>().Run(ids[0], ErpFile.FollowUp, default)), Task.Run(() => peer.The<ApplyImport>().Run(ids[1], ErpFile.FollowUp, default)));

        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
        Assert.Equal(250, await portal.Db(db => db.Orders.CountAsync()));
        Assert.Equal(250, await portal.Db(db => db.History.CountAsync(entry => entry.What == Happening.OrderAdded)));
    }
}
