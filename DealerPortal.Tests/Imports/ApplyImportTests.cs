using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Imports;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Imports;

public sealed class ApplyImportTests
{
    [Fact]
    public async Task Dealers_then_orders_then_shipments_are_taken_over()
    {
        await using var portal = await Started();

        Assert.Equal(new Tally(Added: 2), await portal.Import(ErpFile.Orders));
        Assert.Equal(new Tally(Added: 2), await portal.Import(ErpFile.Shipments));

        var orders = await portal.Db(db => db.Orders.OrderBy(order => order.Number).ToListAsync());
        Assert.Equal(Shanghai.At("02-28 16:30"), orders[0].ShippedAt);
        Assert.Equal(["gate", "color-tube"], orders[0].Lines.OrderBy(line => line.Number).Select(line => line.Family));
        Assert.Null(orders[1].ShippedAt);
        Assert.Equal(5, orders[1].Lines[0].Shipped);
        Assert.Equal("east", (await portal.Db(db => db.Dealers.SingleAsync(dealer => dealer.Code == "D2"))).Region);
    }

    [Fact]
    public async Task Repeating_a_file_changes_nothing_and_leaves_no_trace_in_the_history_but_the_import_itself()
    {
        await using var portal = await Started();
        await portal.Import(ErpFile.Orders);
        await portal.Import(ErpFile.Shipments);
        var versions = await portal.Db(db => db.Orders.OrderBy(order => order.Number).Select(order => order.Version).ToListAsync());
        var before = await portal.Db(db => db.History.CountAsync());

        Assert.Equal(new Tally(Unchanged: 2), await portal.Import(ErpFile.Dealers));
        Assert.Equal(new Tally(Unchanged: 2), await portal.Import(ErpFile.Orders));
        Assert.Equal(new Tally(Unchanged: 2), await portal.Import(ErpFile.Shipments));

        var added = await portal.Db(db => db.History.OrderBy(entry => entry.Number).Skip(before).Select(entry => entry.What).ToListAsync());
        Assert.Equal([Happening.ImportApplied, Happening.ImportApplied, Happening.ImportApplied], added);
        Assert.Equal(versions, await portal.Db(db => db.Orders.OrderBy(order => order.Number).Select(order => order.Version).ToListAsync()));
    }

    [Fact]
    public async Task A_dry_run_saves_nothing()
    {
        await using var portal = await Started();

        var result = await portal.Check(await portal.Bring(ErpFile.Orders));

        Assert.Equal((ImportKind.Orders, 3, new Tally(Added: 2), 0), (result.Kind, result.Rows, result.Count, result.ProblemCount));
        Assert.Equal(0, await portal.Db(db => db.Orders.CountAsync()));
    }

    [Fact]
    public async Task A_change_is_told_with_what_it_was_and_what_it_is()
    {
        await using var portal = await Started();
        await portal.Import(ErpFile.Orders);

        Assert.Equal(new Tally(Changed: 1, Unchanged: 1), await portal.Import(ErpFile.Orders.Replace("古铜,6,", "古铜,4,", StringComparison.Ordinal)));

        var change = await portal.Db(db => db.History.SingleAsync(entry => entry.What == Happening.OrderLineChanged));
        Assert.Equal([Fact.Of("O1"), Fact.Number(1), Fact.Word("orders.field.quantity"), Fact.Number(6), Fact.Number(4)], change.ReadFacts());
        Assert.Equal(ErpFile.FollowUp.Name, change.ActorName);
    }

    [Fact]
    public async Task An_order_that_moves_to_another_dealer_is_told_with_their_names()
    {
        await using var portal = await Started();
        await portal.Import(ErpFile.Orders);

        await portal.Import(ErpFile.Orders.Replace("O2,D2", "O2,D1", StringComparison.Ordinal));

        var change = await portal.Db(db => db.History.SingleAsync(entry => entry.What == Happening.OrderChanged));
        Assert.Equal([Fact.Of("O2"), Fact.Word("orders.field.dealer"), Fact.Of("苏州筑家门窗"), Fact.Of("石家庄安居门窗")], change.ReadFacts());
    }

    [Fact]
    public async Task What_was_picked_up_is_refused_and_the_rest_is_taken_over()
    {
        await using var portal = await Started();
        await portal.Import(ErpFile.Orders);
        await portal.Import(ErpFile.Shipments);
        await portal.Db(async db => (await db.Shipments.SingleAsync(shipment => shipment.Number == "S1")).PickUp(portal.Clock.Now));

        Assert.Equal(new Tally(Changed: 1, Refused: 1), await portal.Import(ErpFile.Shipments.Replace(",1,6", ",1,5", StringComparison.Ordinal).Replace("迅捷货运", "通达货运", StringComparison.Ordinal)));
        var problem = Assert.Single(await portal.Problems(ErpFile.Orders.Replace("古铜,6,", "古铜,4,", StringComparison.Ordinal)));

        Assert.Equal(("order.below-shipped", "quantity", 2), (problem.Why.Code, problem.Column, problem.Line));
        Assert.Equal(6, await portal.Db(db => db.Shipments.Where(shipment => shipment.Number == "S1").SelectMany(shipment => shipment.Lines).MinAsync(line => line.Quantity)));
    }

    [Fact]
    public async Task Pressed_twice_and_at_the_same_time_it_is_applied_once()
    {
        await using var portal = await Started();
        var id = await portal.Bring(ErpFile.Orders);
        Task<Outcome> Apply() => Task.Run(() => portal.The<ApplyImport>().Run(id, ErpFile.FollowUp, default));

        var outcomes = await Task.WhenAll(Apply(), Apply(), Apply());

        Assert.All(outcomes, outcome => Assert.True(outcome.IsDone));
        Assert.True((await Apply()).IsDone);
        Assert.Equal(new Tally(Added: 2), (await portal.The<ImportSheet>().For(id, ErpFile.FollowUp, default))!.Count);
        Assert.Equal(2, await portal.Db(db => db.History.CountAsync(entry => entry.What == Happening.OrderAdded)));
        Assert.Equal(1, await portal.Db(db => db.History.CountAsync(entry => entry.What == Happening.ImportApplied && entry.Subject == id)));
    }

    [Theory]
    [InlineData(Role.DealerOwner)]
    [InlineData(Role.BusinessAssistant)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.RegionalManager)]
    public async Task Nobody_else_may_import_or_see_an_import(Role role)
    {
        await using var portal = await Started();
        var id = await portal.Bring(ErpFile.Orders);
        var somebody = ErpFile.FollowUp with { Roles = new HashSet<Role> { role }, DealerId = role == Role.DealerOwner ? Guid.CreateVersion7() : null };

        Assert.Equal(Refusal.NotAllowed, (await portal.The<ReceiveImport>().Run(new(Guid.CreateVersion7(), "a.csv", Stream.Null), somebody, default)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await portal.The<CheckImport>().Run(id, somebody, null, default)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await portal.The<ApplyImport>().Run(id, somebody, default)).Refusal);
        Assert.Null(await portal.The<ImportSheet>().For(id, somebody, default));
        Assert.Empty(await portal.The<CheckImport>().Problems(id, somebody, default).ToListAsync());
    }

    [Fact]
    public async Task An_import_that_nobody_brought_is_not_found_and_one_whose_file_is_gone_says_so()
    {
        await using var portal = await Started();
        var id = await portal.Bring(ErpFile.Orders);
        Directory.Delete(Path.Combine(portal.DataFolder, "imports"), recursive: true);

        Assert.Equal("import.file-gone", (await portal.The<ApplyImport>().Run(id, ErpFile.FollowUp, default)).Refusal?.Code);
        Assert.Null(await portal.The<ImportSheet>().For(Guid.CreateVersion7(), ErpFile.FollowUp, default));
    }

    private static async Task<Portal> Started()
    {
        var portal = await Portal.Start();
        Assert.Equal(new Tally(Added: 2), await portal.Import(ErpFile.Dealers));
        return portal;
    }
}
