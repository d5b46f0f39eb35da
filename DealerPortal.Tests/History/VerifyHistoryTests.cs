using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static DealerPortal.Domain.History.VerifyHistory;

namespace DealerPortal.Tests.History;

public sealed class VerifyHistoryTests
{
    [Theory]
    [InlineData("UPDATE History SET ActorName = 'nobody' WHERE Number = 3", Fault.ContentChanged, 3)]
    [InlineData("UPDATE History SET At = At + 1 WHERE Number = 5", Fault.ContentChanged, 5)]
    [InlineData("UPDATE History SET What = 'NeverHappened' WHERE Number = 2", Fault.ContentChanged, 2)]
    [InlineData("UPDATE History SET Facts = 'x' WHERE Number = 1", Fault.ContentChanged, 1)]
    [InlineData("DELETE FROM History WHERE Number = 4", Fault.Gap, 4)]
    [InlineData("DELETE FROM History WHERE Number = 1", Fault.Gap, 1)]
    [InlineData("DELETE FROM History WHERE Number = 5", Fault.Gap, 5)]
    [InlineData("DELETE FROM History", Fault.Gap, 1)]
    [InlineData("UPDATE HistoryHeads SET Number = 4", Fault.HeadMismatch, 4)]
    [InlineData("UPDATE HistoryHeads SET Hash = 'x'", Fault.HeadMismatch, 5)]
    [InlineData("UPDATE HistoryHeads SET Number = 4, Hash = (SELECT Hash FROM History WHERE Number = 4)", Fault.HeadMismatch, 5)]
    public async Task Every_tampering_is_found_at_the_first_entry_it_broke(string tampering, Fault fault, long number)
    {
        await using var portal = await Five();
        await Tamper(portal, tampering);

        var report = (await portal.The<VerifyHistory>().Run(Actor.System("test"), null, default)).Value!;

        Assert.Equal((fault, number), (report.Fault, report.BrokenAt));
    }

    [Fact]
    public async Task An_entry_rewritten_with_a_hash_of_its_own_breaks_the_link_of_the_next()
    {
        await using var portal = await Five();
        await Tamper(portal, "UPDATE History SET ActorName = 'nobody' WHERE Number = 3");
        var hash = await portal.Db(async db => (await db.History.AsNoTracking().SingleAsync(entry => entry.Number == 3)).HashOfContent());
        await Tamper(portal, $"UPDATE History SET Hash = '{hash}' WHERE Number = 3");

        var report = (await portal.The<VerifyHistory>().Run(Actor.System("test"), null, default)).Value!;

        Assert.Equal((Fault.LinkBroken, 4L), (report.Fault, report.BrokenAt));
    }

    [Fact]
    public async Task An_untouched_history_is_sound_and_so_is_an_empty_one()
    {
        await using var portal = await Five();
        Assert.Equal((true, 5), (await portal.The<VerifyHistory>().Run(Actor.System("test"), null, default)).Value is { } report ? (report.IsSound, report.Entries) : default);

        await using var empty = await Portal.Start();
        Assert.True((await empty.The<VerifyHistory>().Run(Actor.System("test"), null, default)).Value!.IsSound);
    }

    [Theory]
    [InlineData(Role.Auditor, true)]
    [InlineData(Role.Administrator, true)]
    [InlineData(Role.OperationsDirector, false)]
    [InlineData(Role.DealerOwner, false)]
    public async Task Only_the_auditor_and_the_administrator_may_ask(Role role, bool may)
    {
        await using var portal = await Five();
        var actor = new Actor(Guid.CreateVersion7(), "某人", new HashSet<Role> { role }, null, new HashSet<string>(), "test");

        Assert.Equal(may, (await portal.The<VerifyHistory>().Run(actor, null, default)).IsDone);
        Assert.Equal(may, (await portal.The<HistoryBoard>().Read(new(), null, actor, default)).IsDone);
        Assert.Equal(may ? 5 : 0, await portal.The<HistoryBoard>().All(new(), actor, default).CountAsync());
    }

    [Fact]
    public async Task The_nightly_walk_fails_where_the_history_was_touched_and_says_where()
    {
        await using var portal = await Five();
        Assert.Equal(new SweepCount(5, 0, 0), await portal.The<AuditHistory>().RunAsOf(portal.Clock.Now, default));

        await Tamper(portal, "UPDATE History SET ActorName = 'nobody' WHERE Number = 3");

        Assert.Equal(new SweepCount(2, 0, 1, "ContentChanged at entry 3"), await portal.The<AuditHistory>().RunAsOf(portal.Clock.Now, default));
    }

    private static async Task<Portal> Five()
    {
        var portal = await Portal.Start();
        for (var i = 1; i <= 5; i++) await StorageTests.Add(portal, $"D{i}");
        return portal;
    }

    // As somebody would who has the file, and therefore can take the guards away.
    private static async Task Tamper(Portal portal, string sql)
    {
        const string Guards = "DROP TRIGGER IF EXISTS history_no_update; DROP TRIGGER IF EXISTS history_no_delete; DROP TRIGGER IF EXISTS history_head_no_return";
        await portal.Db(db => db.Database.ExecuteSqlRawAsync(Guards));
        await portal.Db(db => db.Database.ExecuteSqlRawAsync(sql));
    }
}
