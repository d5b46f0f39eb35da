using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Calendars;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Tests.Complaints;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Calendars;

/// <summary>A year of public holidays comes out while clocks are running into it.</summary>
public sealed class HolidayYearTests
{
    // What the law fixes for 2027 begins with 1 January alone; here the notice adds a bridge on Monday the 4th and takes Saturday the 9th for it.
    internal const string Notice = """
        year: 2027
        sources:
          - https://example.com/2027
        days:
          - { date: 2027-01-01, name: 元旦, is: off }
          - { date: 2027-01-04, name: 元旦, is: off }
          - { date: 2027-01-09, name: 元旦, is: make-up }
        """;

    [Fact]
    public async Task The_preview_shows_days_and_deadlines_and_changes_nothing()
    {
        await using var world = await Start();
        var id = await world.File();
        var seen = (await world.Portal.The<HolidayPreview>().Run(2027, Notice, await Admin(world), default)).Value!;

        Assert.Equal((1, 1), (seen.Clocks.Moving, seen.Clocks.Open));
        Assert.Equal((id, Shanghai.At("2027-01-06 17:30"), Shanghai.At("2027-01-07 17:30")), seen.Clocks.First.Select(row => (row.CaseId, row.DueAt, row.NewDueAt)).Single());
        Assert.Contains(seen.Days, day => day.Date == new NodaTime.LocalDate(2027, 1, 4) && !day.IsWorking);
        Assert.Contains(seen.Days, day => day.Date == new NodaTime.LocalDate(2027, 1, 9) && day.IsWorking);
        Assert.Equal(Shanghai.At("2027-01-06 17:30"), (await world.Case(id)).NextDueAt);
    }

    [Fact]
    public async Task Published_it_moves_what_is_open_and_leaves_what_is_met_or_over()
    {
        await using var world = await Start();
        var (open, met) = (await world.File(), await world.File());
        await world.Done<Claim>(act => act.Run(new(met), world.Agent, default));
        await world.Done<JudgeNotFounded>(act => act.Run(new(met, "不属于质量问题"), world.Agent, default));
        await Publish(world);

        Assert.Equal(1, (await world.Portal.The<MoveClocks>().RunAsOf(world.Portal.Clock.Now, default)).Changed);
        Assert.Equal(0, (await world.Portal.The<MoveClocks>().RunAsOf(world.Portal.Clock.Now, default)).Looked);

        Assert.Equal(Shanghai.At("2027-01-07 17:30"), (await world.Case(open)).NextDueAt);
        Assert.Equal(Shanghai.At("2027-01-06 17:30"), (await world.Case(met)).Clocks.Single(clock => clock.Code == Complaint.Plan).DueAt);
        await StoredIsReplayed(world, open, met);
        var told = Assert.Single(await world.Portal.Db(db => db.History.Where(one => one.What == Happening.ClockMoved).ToListAsync()));
        Assert.Equal(open, told.Subject);
        Assert.Empty((await world.Portal.The<ComplaintSheet>().For(open, world.Agent, default))!.Clocks.Single().ProvisionalYears);
    }

    [Fact]
    public async Task Between_publishing_and_moving_a_clock_is_read_by_the_calendar_it_was_reckoned_by()
    {
        await using var world = await Start();
        var before = await world.File();
        await Publish(world);
        var after = await world.File();

        await StoredIsReplayed(world, before, after);
        Assert.Equal(Shanghai.At("2027-01-06 17:30"), (await world.Case(before)).NextDueAt);
        Assert.Equal(Shanghai.At("2027-01-07 17:30"), (await world.Case(after)).NextDueAt);
        var sheet = (await world.Portal.The<ComplaintSheet>().For(before, world.Agent, default))!.Clocks.Single();
        Assert.Equal((Shanghai.At("2027-01-06 17:30"), 2027), (sheet.Receipt.Value, Assert.Single(sheet.ProvisionalYears)));
    }

    [Fact]
    public async Task What_is_over_stays_over()
    {
        await using var world = await Start();
        var id = await world.File();
        world.Portal.Clock.Now = Shanghai.At("2027-01-07 09:00");
        await Publish(world);
        await world.Portal.The<MoveClocks>().RunAsOf(world.Portal.Clock.Now, default);
        await world.Portal.The<ClockSweep>().RunAsOf(world.Portal.Clock.Now, default);

        Assert.Equal(Shanghai.At("2027-01-06 17:30"), (await world.Case(id)).Clocks.Single().CrossedAt);
        await StoredIsReplayed(world, id);
    }

    [Fact]
    public async Task Another_process_and_a_new_start_know_the_published_year()
    {
        await using var world = await Start();
        await Publish(world);
        await using var peer = world.Portal.Peer();
        Assert.NotEqual(Mark(world.Portal), Mark(peer));
        await peer.The<KnownYears>().Read(default);
        Assert.Equal(Mark(world.Portal), Mark(peer));
        Assert.False(peer.The<PolicyBook>().Own.Last().Calendar.IsProvisional(new(2027, 6, 1)));
    }

    [Fact]
    public async Task It_is_refused_to_others_for_the_past_unread_or_after_somebody_else()
    {
        await using var world = await Start();
        var admin = await Admin(world);
        var act = world.Portal.The<PublishYear>();
        Assert.Equal(Refusal.NotAllowed, (await act.Run(new(Guid.CreateVersion7(), 2027, Notice, 0), world.Supervisor, default)).Refusal);
        Assert.Null(await world.Portal.The<HolidayBoard>().For(world.Owner, default));
        Assert.Equal(Refusal.NotAllowed, (await world.Portal.The<HolidayPreview>().Run(2027, Notice, world.Owner, default)).Refusal);
        Assert.Equal("holidays.past-year", (await act.Run(new(Guid.CreateVersion7(), 2025, Notice, 0), admin, default)).Refusal?.Code);
        Assert.Equal("holidays.unreadable", (await act.Run(new(Guid.CreateVersion7(), 2027, Notice.Replace("is: off", "is: free"), 0), admin, default)).Refusal?.Code);
        Assert.NotEmpty((await world.Portal.The<HolidayPreview>().Run(2027, "year: 2028", admin, default)).Value!.Problems);

        var id = Guid.CreateVersion7();
        Assert.True((await act.Run(new(id, 2027, Notice, 0), admin, default)).IsDone);
        Assert.True((await act.Run(new(id, 2027, Notice, 0), admin, default)).IsDone);
        Assert.Equal("holidays.changed-meanwhile", (await act.Run(new(Guid.CreateVersion7(), 2027, Notice, 0), admin, default)).Refusal?.Code);
        Assert.Single(await world.Portal.Db(db => db.PublishedYears.ToListAsync()));
    }

    // A book of its own for each test: published years change it.
    private static Task<CaseWorld> Start() => CaseWorld.Start("2026-12-30 10:00", settings =>
        settings with { PacksFolder = Directory.CreateDirectory(Path.Combine(settings.DataFolder, "packs")).FullName });

    private static Task<Actor> Admin(CaseWorld world) => world.Portal.Person("管理员", (Role.Administrator, null));

    private static async Task Publish(CaseWorld world) => await world.Done<PublishYear>(async act => await act.Run(new(Guid.CreateVersion7(), 2027, Notice, 0), await Admin(world), default));

    private static string Mark(Portal portal) => portal.The<PolicyBook>().Own.Last().Calendar.Mark;

    private static async Task StoredIsReplayed(CaseWorld world, params Guid[] ids)
    {
        foreach (var one in await Task.WhenAll(ids.Select(world.Case)))
            foreach (var clock in one.Clocks) Assert.Equal(clock.DueAt, clock.Read(CaseClock.Terms.Of(world.Portal.The<PolicyBook>(), one.Pack, one.Edition)).DueAt);
    }
}
