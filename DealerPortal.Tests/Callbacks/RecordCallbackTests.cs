using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Notices;
using DealerPortal.Tests.Complaints;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Callbacks;

/// <summary>The call itself: five ways it can go, and what follows from each.</summary>
public sealed class RecordCallbackTests
{
    [Fact]
    public async Task Nobody_answered_is_again_the_next_working_day_and_still_due_when_it_was()
    {
        await using var world = await Planned("2026-03-06 10:00");
        var call = (await world.Calls()).Single();

        Assert.Null((await world.Record(call, CallOutcome.NotReached)).Refusal);

        var after = (await world.Calls()).Single();
        Assert.Equal((CallWorld.Date("2026-03-09"), call.DueOn, true, 1), (after.PlannedOn, after.DueOn, after.IsOpen, after.Attempts.Count));
    }

    [Fact]
    public async Task A_time_agreed_is_late_from_that_time_on_and_not_before()
    {
        await using var world = await Planned("2026-03-16 10:00");
        var call = (await world.Calls()).Single();

        Assert.Equal("callback.time", (await At("2026-03-16 09:59")).Refusal!.Code);
        Assert.Equal("callback.time-missing", (await world.Record(call, CallOutcome.CallAgain)).Refusal!.Code);
        Assert.Null((await At("2026-03-18 15:00")).Refusal);

        var after = (await world.Calls()).Single();
        Assert.Equal((Shanghai.At("2026-03-18 15:00"), CallWorld.Date("2026-03-18")), (after.LateFrom, after.PlannedOn));

        Task<Outcome> At(string time) => world.Record(call, CallOutcome.CallAgain, request => request with { CallAt = LocalDateTime.FromDateTime(DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture)) });
    }

    [Fact]
    public async Task A_wrong_number_asks_the_region_s_assistant_and_the_right_one_puts_the_call_back_on_the_list()
    {
        await using var world = await Planned("2026-03-06 10:00");
        var business = await world.Portal.Person("赵敏", (Role.BusinessAssistant, "north"));
        var south = await world.Portal.Person("孙静", (Role.BusinessAssistant, "south"));
        var call = (await world.Calls()).Single();

        await world.Record(call, CallOutcome.WrongNumber);
        Assert.Equal(CallbackState.NumberWanted, (await world.Calls()).Single().State);
        Assert.Equal([NoticeKind.CallbackNumberWanted], (await world.Portal.The<NoticeInbox>().For(business, false, null, default)).Items.Select(item => item.Kind));
        Assert.Equal("callback.phone", (await world.Portal.The<GiveNumber>().Run(new(call.Id, "不知道"), business, default)).Refusal!.Code);
        Assert.Equal(Refusal.NotFound, (await world.Portal.The<GiveNumber>().Run(new(call.Id, "0531-8888"), south, default)).Refusal);
        Assert.Null((await world.Portal.The<GiveNumber>().Run(new(call.Id, "0531-8888"), business, default)).Refusal);

        Assert.Equal((CallbackState.Open, CallWorld.Date("2026-03-06")), ((await world.Calls()).Single().State, (await world.Calls()).Single().PlannedOn));
        Assert.Equal("0531-8888", await world.Portal.Db(db => db.Dealers.Select(dealer => dealer.Phone).SingleAsync()));
    }

    [Fact]
    public async Task Who_declines_is_left_in_peace_for_an_interval_and_was_not_reached()
    {
        await using var world = await Planned("2026-03-06 10:00");
        var call = (await world.Calls()).Single();

        await world.Record(call, CallOutcome.Refused);
        await world.PlanAt("2026-03-07 07:30");

        Assert.Equal(CallbackState.Refused, (await world.Calls())[0].State);
        Assert.Equal(CallWorld.Date("2026-03-20"), (await world.Calls())[1].DueOn);
    }

    [Fact]
    public async Task The_same_call_sent_twice_is_one_and_another_after_the_end_is_told_so()
    {
        await using var world = await Planned("2026-03-06 10:00");
        var call = (await world.Calls()).Single();
        var request = new RecordCallback.Request(call.Id, Guid.CreateVersion7(), CallOutcome.Reached, Talk: CallWorld.Talk([5, 4, 2]));

        Assert.Null((await world.Portal.The<RecordCallback>().Run(request, world.Assistant, default)).Refusal);
        Assert.Null((await world.Portal.The<RecordCallback>().Run(request, world.Assistant, default)).Refusal);
        Assert.Equal("callback.over", (await world.Record(call, CallOutcome.NotReached)).Refusal!.Code);

        var after = (await world.Calls()).Single();
        Assert.Equal((1, 3, 2), (after.Attempts.Count, after.Answers.Count, after.Answers.Count(answer => answer.IsSatisfied)));
    }

    [Fact]
    public async Task A_call_without_a_score_or_with_a_score_off_the_scale_is_refused()
    {
        await using var world = await Planned("2026-03-06 10:00");
        var call = (await world.Calls()).Single();

        Assert.Equal("callback.answers-missing", (await world.Record(call, CallOutcome.Reached, request => request with { Talk = new([], []) })).Refusal!.Code);
        Assert.Equal("callback.answer-unknown", (await world.Record(call, CallOutcome.Reached, request => request with { Talk = CallWorld.Talk([6]) })).Refusal!.Code);
        Assert.Equal(Refusal.NotAllowed, (await world.Record(call, CallOutcome.NotReached, actor: await world.Portal.Person("财务", (Role.Finance, null)))).Refusal);
    }

    [Fact]
    public async Task A_problem_becomes_a_case_in_the_same_step_or_nothing_is_saved()
    {
        await using var world = await Planned("2026-03-06 10:00");
        var call = (await world.Calls()).Single();
        var problem = new CallConsequences.NewProblem(Guid.CreateVersion7(), null, "2.4", "");

        Assert.Equal("complaint.description-missing", (await With(problem)).Refusal!.Code);
        Assert.True((await world.Calls()).Single().IsOpen);
        Assert.Null((await With(problem with { Description = "送货员态度不好" })).Refusal);

        var filed = await world.Portal.Db(db => db.Complaints.SingleAsync());
        Assert.Equal((CaseSource.Callback, problem.CaseId), (filed.Source, filed.Id));
        Assert.Equal(filed.Id, (await world.Calls()).Single().OpenedCase);

        Task<Outcome> With(CallConsequences.NewProblem told) => world.Record(call, CallOutcome.Reached, request => request with { Talk = CallWorld.Talk([2]), Problem = told });
    }

    private static async Task<CallWorld> Planned(string now)
    {
        var world = await CallWorld.Start();
        await world.Dealer("D1", "gold");
        await world.Plan();
        world.Portal.Clock.Now = Shanghai.At(now);
        return world;
    }
}
