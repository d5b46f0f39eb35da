using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Complaints;

/// <summary>Who else has a case open, across processes, on both databases.</summary>
public abstract class VisitTests(Database database)
{
    [Fact]
    public async Task What_one_process_serves_another_sees_until_it_is_left()
    {
        await using var world = await CaseWorld.Start(on: database);
        var (id, visit) = (await world.File(), Guid.CreateVersion7());
        await using var peer = world.Portal.Peer();

        await peer.The<VisitCase>().Run(new(visit, id, false), world.Other, default);
        var looking = await There(world, id, world.Agent);
        await peer.The<VisitCase>().Run(new(visit, id, true), world.Other, default);
        var typing = await There(world, id, world.Agent);
        await peer.The<LeaveCase>().Run(new(visit), world.Other, default);

        Assert.Equal([new(id, "小张", false)], looking);
        Assert.Equal([new(id, "小张", true)], typing);
        Assert.Empty(await There(world, id, world.Agent));
    }

    [Fact]
    public async Task A_process_that_died_is_forgotten_after_a_minute_and_one_that_renews_is_not()
    {
        await using var world = await CaseWorld.Start(on: database);
        var (id, alive, dead) = (await world.File(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var peer = world.Portal.Peer();
        await world.Portal.The<VisitCase>().Run(new(alive, id, false), world.Other, default);
        await peer.The<VisitCase>().Run(new(dead, id, true), world.Supervisor, default);
        var nudged = 0;
        using var listening = world.Portal.The<ChangeFeed>().On(Topics.Visits(id), () => Task.FromResult(nudged++));

        world.Portal.Clock.Advance(Duration.FromSeconds(59));
        Assert.Equal(2, (await There(world, id, world.Agent)).Count);
        await world.Portal.The<KeepVisits>().Run(new([alive]), default);
        world.Portal.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal(["小张"], (await There(world, id, world.Agent)).Select(who => who.Name));
        await world.Portal.The<KeepVisits>().Run(new([alive]), default);

        Assert.Equal([alive], await world.Portal.Db(db => db.CaseVisits.Select(visit => visit.Id).ToListAsync()));
        await Task.Delay(100);
        Assert.Equal(1, nudged);
    }

    [Fact]
    public async Task One_person_on_two_screens_is_one_and_nobody_sees_himself()
    {
        await using var world = await CaseWorld.Start(on: database);
        var id = await world.File();
        foreach (var typing in new[] { false, true }) await world.Portal.The<VisitCase>().Run(new(Guid.CreateVersion7(), id, typing), world.Other, default);

        Assert.Equal([new(id, "小张", true)], await There(world, id, world.Agent));
        Assert.Empty(await There(world, id, world.Other));
    }

    [Fact]
    public async Task Dealers_neither_see_who_looks_nor_are_seen_and_a_region_sees_its_own_cases_alone()
    {
        await using var world = await CaseWorld.Start(on: database);
        var id = await world.File();
        var south = world.Manager with { Regions = new HashSet<string> { "south" } };
        await world.Portal.The<VisitCase>().Run(new(Guid.CreateVersion7(), id, false), world.Other, default);

        Assert.Equal(Refusal.NotAllowed, (await world.Portal.The<VisitCase>().Run(new(Guid.CreateVersion7(), id, false), world.Owner, default)).Refusal);
        Assert.Equal(Refusal.NotFound, (await world.Portal.The<VisitCase>().Run(new(Guid.CreateVersion7(), id, false), south, default)).Refusal);
        Assert.Empty(await There(world, id, world.Owner));
        Assert.Empty(await There(world, id, south));
        Assert.Single(await There(world, id, world.Manager));
    }

    [Fact]
    public async Task Somebody_elses_visit_cannot_be_ended()
    {
        await using var world = await CaseWorld.Start(on: database);
        var (id, visit) = (await world.File(), Guid.CreateVersion7());
        await world.Portal.The<VisitCase>().Run(new(visit, id, false), world.Other, default);

        await world.Portal.The<LeaveCase>().Run(new(visit), world.Agent, default);

        Assert.Single(await There(world, id, world.Agent));
    }

    private static Task<IReadOnlyList<VisitList.Who>> There(CaseWorld world, Guid id, Actor actor) => world.Portal.The<VisitList>().In([id], actor, default);
}

public sealed class SqliteVisitTests() : VisitTests(Database.Sqlite);

[Trait("Category", "Postgres")]
public sealed class PostgresVisitTests() : VisitTests(Database.Postgres);
