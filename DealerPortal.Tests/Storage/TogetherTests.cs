using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Storage;

/// <summary>A sweep that saves many things at once promises what one promises that saves each apart, on both databases.</summary>
public abstract class TogetherTests(Database database)
{
    [Fact]
    public async Task One_that_throws_fails_alone_and_what_it_took_down_with_it_is_done_after_all()
    {
        await using var portal = await Portal.Start(on: database);
        var ids = await Lay(portal, Sweep.Batch + 5);
        var (broken, refused, saves) = (ids[3], ids[7], new List<int>());

        var count = await Walk(portal, some =>
        {
            saves.Add(some.Count);
            if (some.Contains(broken)) throw new InvalidOperationException("broken row");
            return some.Contains(refused) ? Task.FromResult<Outcome<int>>(Refusal.NotFound) : Rename(portal, some);
        });

        Assert.Equal((ids.Count, ids.Count - 2, 2), (count.Looked, count.Changed, count.Failed));
        Assert.Contains("broken row", count.Why, StringComparison.Ordinal);
        Assert.Equal([Sweep.Batch, .. Enumerable.Repeat(1, Sweep.Batch), 5], saves);
        Assert.Equal(ids.Count - 2, await portal.Db(db => db.Dealers.CountAsync(dealer => dealer.Name == "renamed" && dealer.Version == 1)));
    }

    [Fact]
    public async Task What_somebody_else_changed_between_reading_and_saving_is_read_again()
    {
        await using var portal = await Portal.Start(on: database);
        var ids = await Lay(portal, 20);
        var met = 0;

        var count = await Walk(portal, some => Rename(portal, some, async () =>
        {
            if (met++ == 0) await Rename(portal, [ids[11]]);
        }));

        Assert.Equal(new SweepCount(20, 19, 0), count);
        Assert.All(await portal.Db(db => db.Dealers.ToListAsync()), dealer => Assert.Equal(("renamed", 1), (dealer.Name, dealer.Version)));
    }

    [Fact]
    public async Task Two_side_by_side_change_each_thing_once_and_the_second_round_nothing()
    {
        await using var portal = await Portal.Start(on: database);
        await Lay(portal, (2 * Sweep.Batch) + 40);
        await using var peer = portal.Peer();

        var both = await Task.WhenAll(Task.Run(() => Walk(portal, some => Rename(portal, some))), Task.Run(() => Walk(peer, some => Rename(peer, some))));
        var after = await Walk(portal, some => Rename(portal, some));

        Assert.Equal(((2 * Sweep.Batch) + 40, 0), (both.Sum(count => count.Changed), both.Sum(count => count.Failed)));
        Assert.Equal(0, after.Changed);
        Assert.All(await portal.Db(db => db.Dealers.ToListAsync()), dealer => Assert.Equal(1, dealer.Version));
    }

    private static Task<SweepCount> Walk(Portal portal, Func<IReadOnlyList<Guid>, Task<Outcome<int>>> some) =>
        portal.The<Sweep>().WalkTogether(db => db.Dealers.Select(dealer => new Due { At = dealer.AddedAt, Id = dealer.Id }), some, default);

    private static Task<Outcome<int>> Rename(Portal portal, IReadOnlyList<Guid> some, Func<Task>? meanwhile = null) => portal.The<PortalWork>().Do<int>(Actor.System("test"), async db =>
    {
        var dealers = await db.Dealers.Where(dealer => some.Contains(dealer.Id)).ToListAsync();
        if (meanwhile is not null) await meanwhile();
        return dealers.Count(dealer => dealer.Update("renamed", dealer.Region, null));
    }, default);

    private static async Task<List<Guid>> Lay(Portal portal, int many)
    {
        var dealers = Enumerable.Range(0, many).Select(_ => Guid.CreateVersion7()).Select(id => new Dealer(id, id.ToString("N"), "店", "north", portal.Clock.Now)).ToList();
        await portal.Db(db =>
        {
            db.Dealers.AddRange(dealers);
            return Task.FromResult(0);
        });
        // In the order in which they fall due: all at once, and so by id, as the database compares them.
        return await portal.Db(db => db.Dealers.OrderBy(dealer => dealer.Id).Select(dealer => dealer.Id).ToListAsync());
    }
}

public sealed class TogetherOnSqlite() : TogetherTests(Database.Sqlite);

[Trait("Category", "Postgres")]
public sealed class TogetherOnPostgres() : TogetherTests(Database.Postgres);
