using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Domain.History;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Callbacks;

/// <summary>What the planner plans, for which day and whom; on both databases.</summary>
public abstract class PlanCallbacksTests(Database on)
{
    [Fact]
    public async Task A_first_callback_is_due_an_interval_after_the_tier_began_and_the_next_after_the_last_that_reached()
    {
        await using var world = await CallWorld.Start(on: on);
        var dealer = await world.Dealer("D1", "gold");

        await world.Plan();
        var first = await world.Open(dealer);
        Assert.Equal((CallWorld.Date("2026-03-16"), "附件1 1)"), (first.DueOn, first.Due.Clause.Number));
        Assert.InRange(first.PlannedOn, CallWorld.Date("2026-03-02"), first.DueOn);

        world.Portal.Clock.Now = Shanghai.At("2026-03-11 10:00");
        await world.Reached(first);
        await world.PlanAt("2026-03-12 07:30");

        var next = await world.Open(dealer);
        Assert.Equal(CallWorld.Date("2026-03-25"), next.DueOn);
        // Three working days early at most: 20 March is a Friday.
        Assert.InRange(next.PlannedOn, CallWorld.Date("2026-03-20"), next.DueOn);
    }

    [Fact]
    public async Task Who_is_in_no_tier_is_a_middle_dealer_since_his_entry_and_the_blacklist_is_never_planned()
    {
        await using var world = await CallWorld.Start(on: on);
        var (none, black) = (await world.Dealer("D1", null), await world.Dealer("D2", "blacklist"));

        await world.Plan();

        Assert.Equal(("middle", CallWorld.Date("2026-04-02")), ((await world.Open(none)).Tier, (await world.Open(none)).DueOn));
        Assert.DoesNotContain(await world.Calls(), call => call.DealerId == black.Id);
    }

    [Fact]
    public async Task Run_twice_or_by_two_at_once_it_plans_once()
    {
        await using var world = await CallWorld.Start(on: on);
        for (var i = 0; i < 25; i++) await world.Dealer($"D{i}", i % 5 == 0 ? "blacklist" : "gold");
        await using var peer = world.Portal.Peer();

        var counts = await Task.WhenAll(new[] { world.Portal, peer }.Select(one => Task.Run(() => one.The<PlanCallbacks>().RunAsOf(world.Portal.Clock.Now, default))));
        var again = await world.Plan();

        Assert.All(counts, count => Assert.Equal(0, count.Failed));
        Assert.Equal(0, again.Changed);
        Assert.Equal(20, (await world.Calls()).Select(call => call.DealerId).Distinct().Count());
        Assert.Equal(20, (await world.Calls()).Count);
        Assert.Equal(20, await world.Portal.Db(db => db.History.CountAsync(entry => entry.What == Happening.CallbackPlanned)));
    }

    [Fact]
    public async Task Many_first_callbacks_are_laid_evenly_over_the_days_and_the_assistants()
    {
        await using var world = await CallWorld.Start(on: on);
        for (var i = 0; i < 66; i++) await world.Dealer($"D{i}", "gold");

        await world.Plan();

        // Two weeks from 2 March to 16 March have eleven working days: 66 calls are six a day, three for each assistant.
        var days = (await world.Calls()).GroupBy(call => call.PlannedOn).ToDictionary(day => day.Key, day => day.ToList());
        Assert.Equal(11, days.Count);
        Assert.All(days.Values, day => Assert.Equal([3, 3], day.GroupBy(call => call.AssistantId).Select(list => list.Count())));
        Assert.All(days.Keys, day => Assert.True(Policies.Books.Edition.Calendar.IsWorkingDay(day)));
    }

    [Fact]
    public async Task Another_tier_may_move_a_callback_forward_and_never_back_and_the_blacklist_ends_it()
    {
        await using var world = await CallWorld.Start(on: on);
        var (up, down, black) = (await world.Dealer("D1", "middle"), await world.Dealer("D2", "gold"), await world.Dealer("D3", "gold"));
        await world.Plan();
        var promised = (await world.Open(down)).DueOn;

        await world.Put(up.Id, "gold", "2026-03-04");
        await world.Put(down.Id, "middle", "2026-03-04");
        await world.Put(black.Id, "blacklist", "2026-03-04");
        await world.PlanAt("2026-03-04 07:30");

        Assert.Equal(("gold", CallWorld.Date("2026-03-18")), ((await world.Open(up)).Tier, (await world.Open(up)).DueOn));
        Assert.Equal(("middle", promised), ((await world.Open(down)).Tier, (await world.Open(down)).DueOn));
        Assert.Equal(CallbackState.Withdrawn, (await world.Calls()).Single(call => call.DealerId == black.Id).State);
        Assert.Equal(0, (await world.Plan()).Changed);
    }

    [Fact]
    public async Task Who_is_no_longer_an_assistant_hands_his_list_over()
    {
        await using var world = await CallWorld.Start(on: on);
        for (var i = 0; i < 6; i++) await world.Dealer($"D{i}", "gold");
        await world.Plan();
        await world.Portal.Db(async db => { (await db.Users.SingleAsync(user => user.Id == world.Second.UserId)).Disable(world.Portal.Clock.Now); return 0; });

        await world.PlanAt("2026-03-03 07:30");

        Assert.All(await world.Calls(), call => Assert.Equal(world.Assistant.UserId, call.AssistantId));
    }

    [Fact]
    public async Task The_morning_s_reminder_counts_each_list_once()
    {
        await using var world = await CallWorld.Start(on: on);
        for (var i = 0; i < 8; i++) await world.Dealer($"D{i}", "gold");
        await world.Plan();
        world.Portal.Clock.Now = Shanghai.At("2026-03-17 09:00");

        for (var twice = 0; twice < 2; twice++) await world.Portal.The<RemindCallbacks>().RunAsOf(world.Portal.Clock.Now, default);
        await world.Portal.The<RemindCallbacks>().RunAsOf(Shanghai.At("2026-03-21 09:00"), default);

        Assert.Equal(["CallbacksOverdue n:8", "CallbacksToday n:4 n:4", "CallbacksToday n:4 n:4"], (await world.Portal.Db(db => db.Notices.ToListAsync())).Select(told => $"{told.Kind} {string.Join(' ', Domain.Policies.StepText.Read(told.Facts)[0].Facts)}").Order());
        var inbox = await world.Portal.The<Domain.Notices.NoticeInbox>().For(world.Assistant, onlyUnread: false, null, default);
        Assert.Equal(["n:4", "n:4"], inbox.Items.Single().Facts.Select(fact => fact.Text));
    }
}

public sealed class PlanCallbacksOnSqlite() : PlanCallbacksTests(Database.Sqlite);

[Trait("Category", "Postgres")]
public sealed class PlanCallbacksOnPostgres() : PlanCallbacksTests(Database.Postgres);
