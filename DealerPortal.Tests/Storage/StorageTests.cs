using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Storage;

/// <summary>What storage promises, on both databases.</summary>
public abstract class StorageTests(Database database)
{
    [Fact]
    public async Task The_migrations_are_those_of_the_model_and_apply_twice()
    {
        await using var portal = await Portal.Start(on: database);

        await portal.The<PortalContexts>().Prepare(default);

        Assert.False(await portal.Db(db => Task.FromResult(db.Database.HasPendingModelChanges())));
    }

    [Fact]
    public async Task An_instant_comes_back_cut_to_the_microsecond_and_compares_in_the_database()
    {
        await using var portal = await Portal.Start(on: database);
        var at = Shanghai.At("03-02 09:10:00.123456789");
        await portal.Db(db => Task.FromResult(db.Dealers.Add(new(Guid.CreateVersion7(), "D1", "北一店", "north", at))));

        var stored = await portal.Db(db => db.Dealers.Select(dealer => dealer.AddedAt).SingleAsync());

        Assert.Equal(Shanghai.At("03-02 09:10:00.123456"), stored);
        Assert.Equal(1, await portal.Db(db => db.Dealers.CountAsync(dealer => dealer.AddedAt <= stored)));
        Assert.Equal(0, await portal.Db(db => db.Dealers.CountAsync(dealer => dealer.AddedAt < stored)));
        Assert.Equal(1, await portal.Db(db => db.Dealers.CountAsync(dealer => dealer.AddedAt < stored + Duration.FromTicks(10))));
    }

    [Fact]
    public async Task Of_two_who_change_the_same_thing_the_second_looks_again()
    {
        await using var portal = await Portal.Start(on: database);
        var id = Guid.CreateVersion7();
        await portal.Db(db => Task.FromResult(db.Dealers.Add(new(id, "D1", "北一店", "north", portal.Clock.Now))));
        var names = new List<string>();

        var outcome = await portal.The<PortalWork>().Do(Actor.System("test"), async db =>
        {
            var dealer = await db.Dealers.SingleAsync(dealer => dealer.Id == id);
            names.Add(dealer.Name);
            if (names.Count == 1) await portal.Db(async other => (await other.Dealers.SingleAsync()).Update("北二店", "north", null));
            dealer.Update(dealer.Name, "north", "010-1");
            return Outcome.Done;
        }, default);

        Assert.True(outcome.IsDone);
        Assert.Equal(["北一店", "北二店"], names);
        var stored = await portal.Db(db => db.Dealers.SingleAsync());
        Assert.Equal(("北二店", "010-1", 2), (stored.Name, stored.Phone, stored.Version));
    }

    [Fact]
    public async Task A_unique_number_taken_meanwhile_is_met_by_looking_again()
    {
        await using var portal = await Portal.Start(on: database);
        var runs = 0;

        var outcome = await portal.The<PortalWork>().Do(Actor.System("test"), async db =>
        {
            if (await db.Dealers.AnyAsync(dealer => dealer.Code == "D1")) return Outcome.Done;
            if (runs++ == 0) await portal.Db(other => Task.FromResult(other.Dealers.Add(new(Guid.CreateVersion7(), "D1", "别人的店", "north", portal.Clock.Now))));
            db.Dealers.Add(new(Guid.CreateVersion7(), "D1", "北一店", "north", portal.Clock.Now));
            return Outcome.Done;
        }, default);

        Assert.True(outcome.IsDone);
        Assert.Equal("别人的店", await portal.Db(db => db.Dealers.Select(dealer => dealer.Name).SingleAsync()));
    }

    [Fact]
    public async Task Sixteen_writers_at_once_leave_a_history_without_gap_and_whole()
    {
        await using var portal = await Portal.Start(on: database);
        const int Writers = 16, Each = 8;

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++) Assert.True((await Add(portal, $"D{writer}-{i}")).IsDone);
        })));

        Assert.Equal(Enumerable.Range(1, Writers * Each).Select(number => (long)number), await portal.Db(db => db.History.OrderBy(entry => entry.Number).Select(entry => entry.Number).ToListAsync()));
        var report = (await portal.The<VerifyHistory>().Run(Actor.System("test"), null, default)).Value!;
        Assert.True(report.IsSound);
        Assert.Equal(Writers * Each, report.Entries);
    }

    [Theory]
    [InlineData("""UPDATE "History" SET "ActorName" = 'nobody'""")]
    [InlineData("""DELETE FROM "History" WHERE "Number" = 2""")]
    [InlineData("""DELETE FROM "HistoryHeads" """)]
    [InlineData("""UPDATE "HistoryHeads" SET "Number" = 1""")]
    public async Task The_database_itself_refuses_to_touch_the_history(string sql)
    {
        await using var portal = await Portal.Start(on: database);
        for (var i = 0; i < 3; i++) await Add(portal, $"D{i}");

        var fault = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => portal.Db(db => db.Database.ExecuteSqlRawAsync(sql)));

        Assert.Matches("history.* only grows?", fault.Message);
        Assert.Equal(3, await portal.Db(db => db.History.CountAsync()));
    }

    internal static Task<Outcome> Add(Portal portal, string code) => portal.The<PortalWork>().Do(Actor.System("test"), db =>
    {
        var dealer = new Dealer(Guid.CreateVersion7(), code, "北一店", "north", portal.Clock.Now);
        db.Dealers.Add(dealer);
        db.Note(new(Happening.DealerAdded, dealer.Id, dealer.Id, null, Fact.Of(code)));
        return Task.FromResult(Outcome.Done);
    }, default);
}
