using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Storage;

/// <summary>What every sweep promises, on both databases.</summary>
public abstract class SweepTests(Database database)
{
    [Fact]
    public async Task One_that_throws_and_one_that_is_refused_are_left_and_the_others_go_on()
    {
        await using var portal = await Portal.Start(on: database);
        Guid[] ids = [.. Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7())];

        var count = await portal.The<Sweep>().Each(ids, id => Task.FromResult<Outcome<bool>>(
            id == ids[1] ? throw new InvalidOperationException("broken row")
            : id == ids[2] ? Refusal.NotFound
            : id != ids[3]), default);

        Assert.Equal((5, 2, 2), (count.Looked, count.Changed, count.Failed));
        Assert.Contains("broken row", count.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_meets_somebody_else_twice_is_left_for_the_next_round_and_has_not_failed()
    {
        await using var portal = await Portal.Start(on: database);

        var count = await portal.The<Sweep>().Each([Guid.CreateVersion7()], _ => Task.FromResult<Outcome<bool>>(Refusal.ChangedMeanwhile), default);

        Assert.Equal(new SweepCount(1, 0, 0), count);
    }

    [Fact]
    public async Task Broken_rows_at_the_head_do_not_starve_the_rest()
    {
        await using var portal = await Portal.Start(on: database);
        var broken = await Lay(portal, 2 * Sweep.Batch);
        portal.Clock.Advance(NodaTime.Duration.FromTicks(10));
        var sound = await Lay(portal, 3);

        var done = new List<Guid>();
        var count = await Walk(portal, id =>
        {
            if (broken.Contains(id)) throw new InvalidOperationException("broken row");
            done.Add(id);
            return Task.FromResult<Outcome<bool>>(true);
        });

        Assert.Equal(sound.Order(), done.Order());
        Assert.Equal((broken.Count + 3, 3, broken.Count), (count.Looked, count.Changed, count.Failed));
    }

    [Fact]
    public async Task Run_twice_it_changes_nothing_more()
    {
        await using var portal = await Portal.Start(on: database);
        await Lay(portal, 7);

        var first = await Walk(portal, id => Rename(portal, id));
        var second = await Walk(portal, id => Rename(portal, id));

        Assert.Equal(new SweepCount(7, 7, 0), first);
        Assert.Equal(new SweepCount(7, 0, 0), second);
    }

    [Fact]
    public async Task Two_side_by_side_change_each_thing_once()
    {
        await using var portal = await Portal.Start(on: database);
        await Lay(portal, 40);

        await using var peer = portal.Peer();
        var both = await Task.WhenAll(
            Task.Run(() => Walk(portal, id => Rename(portal, id))),
            Task.Run(() => Walk(peer, id => Rename(peer, id))));

        Assert.Equal(40, both.Sum(count => count.Changed));
        Assert.Equal(0, both.Sum(count => count.Failed));
        Assert.All(await portal.Db(db => db.Dealers.ToListAsync()), dealer => Assert.Equal(1, dealer.Version));
    }

    [Fact]
    public async Task A_stopping_portal_ends_the_sweep_between_two_things()
    {
        await using var portal = await Portal.Start(on: database);
        await Lay(portal, 5);
        using var stopping = new CancellationTokenSource();

        var count = await portal.The<Sweep>().Walk(Waiting, async _ =>
        {
            await stopping.CancelAsync();
            return true;
        }, stopping.Token);

        Assert.Equal(new SweepCount(1, 1, 0), count);
    }

    private static IQueryable<Due> Waiting(PortalDb db) => db.Dealers.Select(dealer => new Due { At = dealer.AddedAt, Id = dealer.Id });

    private static Task<SweepCount> Walk(Portal portal, Func<Guid, Task<Outcome<bool>>> one) => portal.The<Sweep>().Walk(Waiting, one, default);

    private static Task<Outcome<bool>> Rename(Portal portal, Guid id) => portal.The<PortalWork>().Do<bool>(Actor.System("test"), async db =>
    {
        var dealer = await db.Dealers.SingleAsync(dealer => dealer.Id == id);
        return dealer.Update("renamed", dealer.Region, null);
    }, default);

    private static async Task<HashSet<Guid>> Lay(Portal portal, int many)
    {
        var dealers = Enumerable.Range(0, many).Select(_ => Guid.CreateVersion7()).Select(id => new Dealer(id, id.ToString("N"), "店", "north", portal.Clock.Now)).ToList();
        return await portal.Db(db =>
        {
            db.Dealers.AddRange(dealers);
            return Task.FromResult(dealers.Select(dealer => dealer.Id).ToHashSet());
        });
    }
}
