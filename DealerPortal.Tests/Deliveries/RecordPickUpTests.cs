using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Inspections;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Deliveries;

public sealed class RecordPickUpTests
{
    [Theory]
    [InlineData("2026-03-02 09:10", "window-guard", 8, "2026-03-02 13:10")]
    [InlineData("2026-03-02 13:59", "window-guard", 8, "2026-03-02 17:59")]
    [InlineData("2026-03-02 14:00", "window-guard", 8, "2026-03-03 12:00")]
    [InlineData("2026-03-02 09:10", "window-guard", 10, "2026-03-03 00:00")]
    [InlineData("2026-03-02 09:00", "color-tube", 89.5, "2026-03-02 13:00")]
    [InlineData("2026-03-02 09:00", "color-tube", 90, "2026-03-03 00:00")]
    [InlineData("2026-03-02 09:00", "material", 4000, "2026-03-02 13:00")]
    public async Task The_window_of_a_pick_up_ends_when_the_regulation_says(string pickedUp, string family, double quantity, string ends)
    {
        var world = await World.Begin(pickedUp);
        await using var portal = world.Portal;

        var sheet = await portal.The<PickUpSheet>().For(await world.PickedUp((family, (decimal)quantity)), world.Dealer, default);

        Assert.Equal(Shanghai.At(ends), Assert.Single(sheet!.Lines).Ends.Value);
        Assert.NotEmpty(sheet.Lines[0].Ends.Steps);
    }

    [Theory]
    [InlineData("2026-03-06 15:00", 6, "2026-03-08 00:00")]
    [InlineData("2026-03-02 10:00", 12, "2026-03-05 00:00")]
    [InlineData("2026-03-02 16:00", 12, "2026-03-06 00:00")]
    public async Task Gates_are_looked_at_in_the_depot_first_and_then_have_their_days(string pickedUp, double quantity, string ends)
    {
        var world = await World.Begin(pickedUp);
        await using var portal = world.Portal;
        var shipment = await world.Shipped(("gate", (decimal)quantity));
        var id = Guid.CreateVersion7();
        var tooEarly = await portal.The<RecordPickUp>().Run(new(id, [shipment]), world.Dealer, default);

        var look = (await portal.The<BeginInspection>().Run(new("gate", ShipmentId: shipment), world.Dealer, default)).Value;
        var findings = new Findings { PackingBroken = false, SignedBy = "王店长", Signature = "M1 1 L2 2" };
        var verdict = await world.Submit(look, findings);
        var recorded = await portal.The<RecordPickUp>().Run(new(id, [shipment]), world.Dealer, default);

        Assert.Equal("pick-up.depot-look-missing", tooEarly.Refusal?.Code);
        Assert.Equal(Verdict.Passed, verdict.Value);
        Assert.True(recorded.IsDone);
        Assert.Equal(Shanghai.At(ends), (await portal.The<PickUpSheet>().For(id, world.Dealer, default))!.Lines[0].Ends.Value);
    }

    [Fact]
    public async Task Families_of_one_pick_up_have_a_window_each_by_their_own_total()
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        var (one, two) = (await world.Shipped(("window-guard", 6), ("tool", 3)), await world.Shipped(("window-guard", 4)));
        var id = Guid.CreateVersion7();

        await portal.The<RecordPickUp>().Run(new(id, [one, two]), world.Dealer, default);

        var lines = (await portal.The<PickUpSheet>().For(id, world.Dealer, default))!.Lines;
        Assert.Equal([("tool", 3m, Shanghai.At("03-02 13:10")), ("window-guard", 10m, Shanghai.EndOf("03-02"))], lines.Select(line => (line.Family, line.Quantity, line.Ends.Value)));
    }

    [Fact]
    public async Task The_same_press_twice_is_one_pick_up_and_another_press_finds_the_goods_taken()
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        var shipment = await world.Shipped(("window-guard", 8));
        var id = Guid.CreateVersion7();
        Task<Domain.Outcome> Press(Guid pickUp) => portal.The<RecordPickUp>().Run(new(pickUp, [shipment]), world.Dealer, default);

        var both = await Task.WhenAll(Press(id), Press(id));
        var other = await Press(Guid.CreateVersion7());

        Assert.All(both, outcome => Assert.True(outcome.IsDone));
        Assert.Equal("shipment.already-picked-up", other.Refusal?.Code);
        Assert.Equal(1, await portal.Db(db => db.PickUps.CountAsync()));
        Assert.Equal(1, await portal.Db(db => db.History.CountAsync(entry => entry.What == Domain.History.Happening.PickUpRecorded)));
    }

    [Fact]
    public async Task A_pick_up_is_recorded_within_the_bounds_of_the_pack_and_not_before_the_goods_left()
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        var shipment = await world.Shipped(("window-guard", 8));
        async Task<string?> At(Instant instant) => (await portal.The<RecordPickUp>().Run(new(Guid.CreateVersion7(), [shipment], instant), world.Dealer, default)).Refusal?.Code;

        Assert.Equal("pick-up.in-the-future", await At(portal.Clock.Now + Duration.Epsilon));
        Assert.Equal("shipment.picked-up-before-shipped", await At(portal.Clock.Now - Duration.FromDays(1) - Duration.FromSeconds(1)));
        Assert.Equal("pick-up.too-long-ago", await At(portal.Clock.Now - Duration.FromDays(30)));
        Assert.Null(await At(portal.Clock.Now - Duration.FromDays(1)));
    }

    [Fact]
    public async Task A_pick_up_told_of_after_its_window_is_deemed_accepted_at_once()
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        var shipment = await world.Shipped(("window-guard", 8));
        var id = Guid.CreateVersion7();

        await portal.The<RecordPickUp>().Run(new(id, [shipment], portal.Clock.Now - Duration.FromHours(20)), world.Dealer, default);

        var line = (await portal.The<PickUpSheet>().For(id, world.Dealer, default))!.Lines[0];
        Assert.Equal(LineAnswer.DeemedAccepted, line.Answer);
        Assert.Equal(line.Ends.Value, line.AnsweredAt);
    }

    [Fact]
    public async Task Another_dealer_and_the_staff_cannot_pick_up_a_dealers_goods()
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        var shipment = await world.Shipped(("window-guard", 8));

        foreach (var actor in new[] { world.OtherDealer, world.Dispatcher, world.Agent })
            Assert.Equal("not-found", (await portal.The<RecordPickUp>().Run(new(Guid.CreateVersion7(), [shipment]), actor, default)).Refusal?.Code);
    }
}
