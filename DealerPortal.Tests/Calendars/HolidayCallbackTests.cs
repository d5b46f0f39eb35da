using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Calendars;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Tests.Callbacks;
using DealerPortal.Tests.Complaints;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Calendars;

/// <summary>A year of public holidays comes out while callbacks are owed in it; on both databases.</summary>
public abstract class HolidayCallbackTests(Database on)
{
    private const string Now = "2026-12-30 10:00";

    [Fact]
    public async Task The_preview_counts_and_names_what_moves_and_changes_nothing()
    {
        await using var world = await Start();
        var (later, sooner, _, _) = await Owed(world);
        var before = (await world.Calls()).Select(call => (call.Id, call.DueOn, call.PlannedOn, call.Version)).ToList();

        var seen = (await world.Portal.The<HolidayPreview>().Run(2027, HolidayYearTests.Notice, await Admin(world), default)).Value!.Callbacks;

        // The late one is not looked at; of the three others two are due on another date, and one stands on the Monday that would be off.
        Assert.Equal((2, 1, 3), (seen.Moving, seen.LaidAnew, seen.Open));
        Assert.Equal([(later.Name, Date("2027-01-04"), Date("2027-01-05")), (sooner.Name, Date("2027-01-11"), Date("2027-01-09"))], seen.First.Select(row => (row.Dealer, row.DueOn, row.NewDueOn)));
        Assert.Equal(before, (await world.Calls()).Select(call => (call.Id, call.DueOn, call.PlannedOn, call.Version)));
    }

    [Fact]
    public async Task Published_it_moves_them_once_and_leaves_what_is_late()
    {
        await using var world = await Start();
        var (later, sooner, onTheMonday, late) = await Owed(world);
        await Publish(world);

        Assert.Equal(3, (await Move(world.Portal)).Changed);
        Assert.Equal(0, (await Move(world.Portal)).Looked);

        Assert.Equal((Date("2027-01-05"), true), ((await world.Open(later)).DueOn, (await world.Open(later)).PlannedOn <= Date("2027-01-05")));
        Assert.Equal((Date("2027-01-09"), true), ((await world.Open(sooner)).DueOn, (await world.Open(sooner)).PlannedOn <= Date("2027-01-09")));
        var laid = await world.Open(onTheMonday);
        Assert.Equal((Date("2027-01-12"), true), (laid.DueOn, laid.PlannedOn > Date("2027-01-04") && laid.PlannedOn <= laid.DueOn));
        Assert.Equal(Date("2026-12-24"), (await world.Open(late)).DueOn);
        // The explanation is the new calendar's: the 9th is no longer a day off that it moves on from.
        Assert.DoesNotContain((await world.Open(sooner)).Due.Steps, step => step.Code == "callback.shifted");
        Assert.All(await world.Calls(), call => Assert.True(world.Portal.The<PolicyBook>().Own.Last().Calendar.IsWorkingDay(call.PlannedOn)));
        var told = await world.Portal.Db(db => db.History.Where(entry => entry.What == Happening.CallbackFollowedHolidays).ToListAsync());
        Assert.Equal(3, told.Select(entry => entry.Subject).Distinct().Count());
        Assert.Equal(3, told.Count);
        Assert.NotNull(await world.Portal.Db(db => db.PublishedYears.Select(year => year.MovedAt).SingleAsync()));
    }

    [Fact]
    public async Task Two_nodes_at_once_move_each_once()
    {
        await using var world = await Start();
        for (var i = 0; i < 30; i++) await world.Dealer($"M{i:00}", "gold", "2026-12-21");
        await world.Plan();
        await Publish(world);
        await using var peer = world.Portal.Peer();
        await peer.The<KnownYears>().Read(default);

        var counts = await Task.WhenAll(new[] { world.Portal, peer }.Select(one => Task.Run(() => Move(one))));
        await Move(world.Portal);

        Assert.All(counts, count => Assert.Equal(0, count.Failed));
        Assert.All(await world.Calls(), call => Assert.Equal(Date("2027-01-05"), call.DueOn));
        Assert.Equal(30, await world.Portal.Db(db => db.History.CountAsync(entry => entry.What == Happening.CallbackFollowedHolidays)));
    }

    [Fact]
    public async Task A_time_that_the_dealer_asked_for_stays_and_nobody_is_moved_who_is_never_called()
    {
        await using var world = await Start();
        var (asked, black) = (await world.Dealer("D1", "gold", "2026-12-21"), await world.Dealer("D2", "gold", "2026-12-21"));
        await world.Plan();
        Assert.Null((await world.Record(await world.Open(asked), CallOutcome.CallAgain, request => request with { CallAt = new(2027, 1, 4, 15, 0) })).Refusal);
        await world.Put(black.Id, "blacklist", "2026-12-30");
        await Publish(world);

        await Move(world.Portal);

        var call = await world.Open(asked);
        Assert.Equal((Date("2027-01-05"), Date("2027-01-04"), Shanghai.At("2027-01-04 15:00"), Shanghai.At("2027-01-04 15:00")), (call.DueOn, call.PlannedOn, call.CallAt, call.LateFrom));
        Assert.Equal(Date("2027-01-04"), (await world.Open(black)).DueOn);
    }

    [Theory]
    [InlineData("2026-12-30", "2027-01-06")]
    [InlineData("2026-12-22", "2027-01-05")]
    public async Task Where_a_case_is_asked_about_the_sooner_of_the_two_promises_holds_under_the_new_calendar_as_well(string goldSince, string thenDue)
    {
        await using var cases = await CaseWorld.Start(Now, WithBookOfItsOwn, on);
        var world = new CallWorld(cases.Portal) { Assistant = await cases.Portal.Person("韩梅", (Role.ServiceAssistant, null)), Second = cases.Agent, Supervisor = cases.Supervisor };
        await world.Put(cases.Dealer.Id, "gold", goldSince);
        var id = await cases.File();
        await cases.Done<Claim>(act => act.Run(new(id), cases.Agent, default));
        await cases.Done<JudgeNotFounded>(act => act.Run(new(id, "不属于质量问题"), cases.Agent, default));
        await world.Plan();
        // Three working days after Wednesday 30 December: Thursday, Monday, Tuesday. With Monday off: Thursday, Tuesday, Wednesday; but two weeks after the 22nd are over on Tuesday as before.
        Assert.Equal((Date("2027-01-05"), id), ((await world.Open(cases.Dealer)).DueOn, (await world.Open(cases.Dealer)).FollowUps.Single().CaseId));
        await Publish(world);

        await Move(world.Portal);

        Assert.Equal(Date(thenDue), (await world.Open(cases.Dealer)).DueOn);
    }

    private static LocalDate Date(string text) => CallWorld.Date(text);

    // Due on Monday the 4th, on Monday the 11th for a Saturday, on the 12th and on the list of the 4th, and late since Christmas Eve.
    private static async Task<(Dealer Later, Dealer Sooner, Dealer OnTheMonday, Dealer Late)> Owed(CallWorld world)
    {
        var all = (await world.Dealer("D1", "gold", "2026-12-21"), await world.Dealer("D2", "gold", "2026-12-26"), await world.Dealer("D3", "gold", "2026-12-29"), await world.Dealer("D4", "gold", "2026-12-10"));
        await world.Plan();
        foreach (var (dealer, day) in new[] { (all.Item1, Date("2027-01-04")), (all.Item2, Date("2027-01-11")), (all.Item3, Date("2027-01-04")), (all.Item4, Date("2026-12-30")) })
            await world.Portal.Db(db => db.Set<Callback>().Where(call => call.DealerId == dealer.Id).ExecuteUpdateAsync(set => set.SetProperty(call => call.PlannedOn, day)));
        return all;
    }

    private Task<CallWorld> Start() => CallWorld.Start(Now, on, WithBookOfItsOwn);

    // Published years change the book.
    private static PortalSettings WithBookOfItsOwn(PortalSettings settings) => settings with { PacksFolder = Directory.CreateDirectory(Path.Combine(settings.DataFolder, "packs")).FullName };

    private static Task<Actor> Admin(CallWorld world) => world.Portal.Person("管理员", (Role.Administrator, null));

    private static async Task Publish(CallWorld world) =>
        Assert.Null((await world.Portal.The<PublishYear>().Run(new(Guid.CreateVersion7(), 2027, HolidayYearTests.Notice, 0), await Admin(world), default)).Refusal);

    private static Task<Domain.Storage.SweepCount> Move(Portal at) => at.The<MoveClocks>().RunAsOf(at.Clock.Now, default);
}

public sealed class HolidayCallbacksOnSqlite() : HolidayCallbackTests(Database.Sqlite);

[Trait("Category", "Postgres")]
public sealed class HolidayCallbacksOnPostgres() : HolidayCallbackTests(Database.Postgres);
