using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Deliveries;

/// <summary>Open windows by the thousand, of which five hundred have ended: more than a sweep takes at a time.</summary>
public abstract class DeemAcceptanceScale(Database on)
{
    private const int Due = 500;
    private static readonly Instant Now = Shanghai.At("03-02 13:10");

    [Fact]
    public Task A_sweep_touches_what_is_due_and_run_twice_changes_nothing() => SweepTwice(1_000);

    [Fact]
    [Trait("Category", "Campaign")]
    public Task So_it_does_among_ten_thousand() => SweepTwice(10_000);

    [Fact]
    public Task Two_sweeps_side_by_side_in_two_processes_change_each_once() => SweepSideBySide(1_000);

    [Fact]
    [Trait("Category", "Campaign")]
    public Task So_they_do_among_ten_thousand() => SweepSideBySide(10_000);

    private async Task SweepTwice(int open)
    {
        var world = await Laid(open);
        await using var portal = world.Portal;

        var first = await portal.The<DeemAcceptance>().RunAsOf(Now, default);
        var second = await portal.The<DeemAcceptance>().RunAsOf(Now, default);

        Assert.Equal((Due, Due, 0), (first.Looked, first.Changed, first.Failed));
        Assert.Equal(0, second.Looked);
        await EachOnce(portal, open);
    }

    private async Task SweepSideBySide(int open)
    {
        var world = await Laid(open);
        await using var portal = world.Portal;
        await using var peer = portal.Peer();

        var sweeps = await Task.WhenAll(new[] { portal, peer }.Select(one => Task.Run(() => one.The<DeemAcceptance>().RunAsOf(Now, default))));
        // Whoever met the other twice left the window for the next round.
        await portal.The<DeemAcceptance>().RunAsOf(Now, default);

        Assert.Equal(0, sweeps.Sum(sweep => sweep.Failed));
        await EachOnce(portal, open);
    }

    private static async Task EachOnce(Portal portal, int open)
    {
        Assert.Equal(Due, await portal.Db(db => db.Set<PickUpLine>().CountAsync(line => line.Answer == LineAnswer.DeemedAccepted)));
        Assert.Equal(open - Due, await portal.Db(db => db.Set<PickUpLine>().CountAsync(line => line.Answer == null)));
        Assert.Equal(Due, await portal.Db(db => db.History.Where(entry => entry.What == Happening.DeemedAccepted).Select(entry => entry.Subject).Distinct().CountAsync()));
        Assert.Equal(Due, await portal.Db(db => db.History.CountAsync(entry => entry.What == Happening.DeemedAccepted)));
    }

    private async Task<World> Laid(int open)
    {
        var world = await World.Begin(on: on);
        for (var batch = 0; batch < open; batch += 1000)
            await world.Portal.Db(db =>
            {
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                db.PickUps.AddRange(Enumerable.Range(batch, 1000).Select(i => PickUp(world.Dealer.DealerId!.Value, i < Due ? Now : Now + Duration.FromDays(30))));
                return Task.FromResult(0);
            });
        return world;
    }

    private static PickUp PickUp(Guid dealer, Instant ends)
    {
        var pickUp = new PickUp(Guid.CreateVersion7(), dealer, Shanghai.At("03-02 09:10"), Shanghai.At("03-02 09:10"), []);
        pickUp.Await("window-guard", 8, new Ruling<Window>(new Window(Shanghai.At("03-02 09:10"), ends), Given.Clause, []));
        return pickUp;
    }
}

public sealed class DeemAcceptanceScaleOnSqlite() : DeemAcceptanceScale(Database.Sqlite);

[Trait("Category", "Postgres")]
public sealed class DeemAcceptanceScaleOnPostgres() : DeemAcceptanceScale(Database.Postgres);
