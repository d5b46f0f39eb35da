using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Complaints;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Approvals;

/// <summary>Four open hours, 08:00-12:00 and 13:30-17:30 on working days; what is asked here is a plan that the supervisor and the regional manager decide.</summary>
public sealed class ReminderTests
{
    [Fact]
    public async Task Whoever_is_waited_for_is_reminded_after_four_open_hours_and_again_after_as_many()
    {
        await using var world = await Asked("2026-03-02 09:00");

        await Sweep(world, Shanghai.At("03-02 14:30") - Duration.FromTicks(10));
        Assert.Equal(0, await Reminders(world, world.Supervisor));
        await Sweep(world, Shanghai.At("03-02 14:30"));
        Assert.Equal(1, await Reminders(world, world.Supervisor));
        await Sweep(world, Shanghai.At("03-03 08:59"));
        Assert.Equal(1, await Reminders(world, world.Supervisor));
        await Sweep(world, Shanghai.At("03-03 09:00"));

        Assert.Equal(2, await Reminders(world, world.Supervisor));
        Assert.Equal(0, await Reminders(world, world.Manager));
    }

    [Theory]
    [InlineData("2026-03-02 16:30", "03-03 11:00", "a night")]
    [InlineData("2026-03-06 16:30", "03-09 11:00", "a weekend")]
    [InlineData("2026-02-13 16:30", "02-14 11:00", "a Saturday that is worked")]
    [InlineData("2026-02-14 16:30", "02-24 11:00", "Spring Festival")]
    public async Task Closed_hours_do_not_count(string asked, string reminded, string across)
    {
        await using var world = await Asked(asked);

        await Sweep(world, Shanghai.At(reminded) - Duration.FromTicks(10));
        Assert.True(await Reminders(world, world.Supervisor) == 0, $"reminded too early across {across}");
        await Sweep(world, Shanghai.At(reminded));

        Assert.True(await Reminders(world, world.Supervisor) == 1, $"not reminded after {across}");
    }

    [Theory]
    [InlineData("03-02 12:00", "03-02 13:30")]
    [InlineData("03-02 17:30", "03-03 08:00")]
    [InlineData("03-07 10:00", "03-09 08:00")]
    public async Task A_sweep_that_comes_late_disturbs_nobody_at_noon_at_night_or_on_a_weekend(string swept, string reminded)
    {
        await using var world = await Asked("2026-02-27 16:00");

        await Sweep(world, Shanghai.At(swept));
        await Sweep(world, Shanghai.At(reminded) - Duration.FromTicks(10));
        Assert.Equal(0, await Reminders(world, world.Supervisor));
        await Sweep(world, Shanghai.At(reminded));

        Assert.Equal(1, await Reminders(world, world.Supervisor));
    }

    [Fact]
    public async Task The_next_link_has_four_hours_of_its_own_and_the_last_one_is_left_in_peace()
    {
        await using var world = await Asked("2026-03-02 09:00");
        world.Portal.Clock.Now = Shanghai.At("03-02 14:00");
        Assert.True((await world.Decide(await Question(world), 1, world.Supervisor)).IsDone);

        await Sweep(world, Shanghai.At("03-02 14:30"));
        Assert.Equal(0, await Reminders(world, world.Manager));
        await Sweep(world, Shanghai.At("03-03 08:30"));

        Assert.Equal(1, await Reminders(world, world.Manager));
        Assert.Equal(0, await Reminders(world, world.Supervisor));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_settled_reminds_nobody(bool consents)
    {
        await using var world = await Asked("2026-03-02 09:00");
        var question = await Question(world);
        Assert.True((await world.Decide(question, 1, world.Supervisor, consents)).IsDone);
        if (consents) Assert.True((await world.Decide(question, 2, world.Manager)).IsDone);

        var count = await world.Portal.The<RemindApprovers>().RunAsOf(Shanghai.At("04-01 10:00"), default);

        Assert.Equal(SweepCount.None, count);
        Assert.Equal((0, 0), (await Reminders(world, world.Supervisor), await Reminders(world, world.Manager)));
    }

    [Fact]
    public async Task The_substitute_of_somebody_away_is_reminded_and_so_is_nobody_of_another_region()
    {
        await using var world = await Asked("2026-03-02 09:00");
        var south = await world.Portal.Person("南区经理", (Role.RegionalManager, "south"));
        Assert.True((await world.Decide(await Question(world), 1, world.Supervisor)).IsDone);
        Assert.True((await world.Portal.The<DeclareAbsence>().Run(new(Guid.CreateVersion7(), world.Manager.UserId!.Value, world.Director.UserId!.Value, world.Portal.Clock.Now, Shanghai.At("03-10 08:00")), world.Manager, default)).IsDone);

        await Sweep(world, Shanghai.At("03-02 14:30"));

        Assert.Equal((1, 0), (await Reminders(world, world.Director), await Reminders(world, south)));
    }

    [Fact]
    public async Task Two_sweeps_side_by_side_and_one_after_them_remind_once()
    {
        await using var world = await Asked("2026-03-02 09:00");
        world.Portal.Clock.Now = Shanghai.At("03-02 14:30");

        var sweeps = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => world.Portal.The<RemindApprovers>().RunAsOf(world.Portal.Clock.Now, default))));
        var after = await world.Portal.The<RemindApprovers>().RunAsOf(world.Portal.Clock.Now, default);

        Assert.Equal((1, 0), (sweeps.Sum(sweep => sweep.Changed), sweeps.Sum(sweep => sweep.Failed)));
        Assert.Equal(0, after.Looked);
        Assert.Equal(1, await Reminders(world, world.Supervisor));
    }

    private static async Task<CaseWorld> Asked(string at)
    {
        var world = await CaseWorld.Start(at);
        var id = await world.File();
        await world.Done<Claim>(act => act.Run(new(id), world.Agent, default));
        await world.Founded(id);
        await world.Propose(id, "exchange");
        return world;
    }

    private static async Task Sweep(CaseWorld world, Instant now)
    {
        world.Portal.Clock.Now = now;
        var count = await world.Portal.The<RemindApprovers>().RunAsOf(now, default);
        Assert.Equal(0, count.Failed);
    }

    private static Task<ApprovalRequest> Question(CaseWorld world) => world.Portal.Db(db => db.ApprovalRequests.SingleAsync());

    private static Task<int> Reminders(CaseWorld world, Actor actor) =>
        world.Portal.Db(db => db.Notices.CountAsync(notice => notice.UserId == actor.UserId && notice.Kind == NoticeKind.ApprovalReminder));
}
