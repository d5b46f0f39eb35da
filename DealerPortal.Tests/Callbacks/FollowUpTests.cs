using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Domain.Complaints;
using DealerPortal.Tests.Complaints;
using DealerPortal.Tests.Support;
using NodaTime;

namespace DealerPortal.Tests.Callbacks;

/// <summary>A settled case gets its callback, and goes by what the dealer says in it.</summary>
public sealed class FollowUpTests
{
    [Fact]
    public async Task A_settled_case_is_asked_about_within_three_working_days_and_closes_when_the_dealer_is_content()
    {
        await using var world = await CaseWorld.Start();
        var (id, assistant, call) = await Asked(world);

        // Settled on Monday 2 March: three working days are over on Thursday the 5th.
        Assert.Equal(new LocalDate(2026, 3, 5), call.DueOn);
        Assert.Equal([id], call.FollowUps.Select(one => one.CaseId));
        Assert.Null((await Say(world, assistant, call, id, null)).Refusal);

        Assert.Equal((CaseState.Closed, 1), ((await world.Case(id)).State, (await world.Case(id)).Round));
        Assert.Equal(assistant.Name, (await world.Case(id)).ClosedBy);
        await world.Portal.The<PlanCallbacks>().RunAsOf(world.Portal.Clock.Now, default);
        Assert.DoesNotContain(await Calls(world), one => one.IsOpen && one.FollowUps.Count > 0);
    }

    [Fact]
    public async Task A_dealer_who_is_not_content_has_his_case_handled_again_and_is_asked_again_when_that_is_settled()
    {
        await using var world = await CaseWorld.Start();
        var (id, assistant, call) = await Asked(world);

        Assert.Equal("callback.why-missing", (await Say(world, assistant, call, id, " ")).Refusal!.Code);
        Assert.Null((await Say(world, assistant, call, id, "门还是关不上")).Refusal);
        Assert.Equal((CaseState.InTriage, 2), ((await world.Case(id)).State, (await world.Case(id)).Round));

        await world.Done<JudgeNotFounded>(act => act.Run(new(id, "已现场核实"), world.Agent, default));
        await world.Portal.The<PlanCallbacks>().RunAsOf(world.Portal.Clock.Now, default);
        Assert.Equal([2], (await Calls(world)).Single(one => one.IsOpen).FollowUps.Select(one => one.Round));
    }

    [Fact]
    public async Task A_case_that_the_supervisor_has_closed_is_asked_about_and_can_be_opened_again()
    {
        await using var world = await CaseWorld.Start();
        var (id, assistant, call) = await Asked(world, async settled => await world.Done<CloseCase>(act => act.Run(new(settled), world.Supervisor, default)));

        Assert.Equal(CaseState.Closed, (await world.Case(id)).State);
        Assert.Null((await Say(world, assistant, call, id, "又坏了")).Refusal);
        Assert.Equal((CaseState.InTriage, (Instant?)null), ((await world.Case(id)).State, (await world.Case(id)).ClosedAt));
    }

    [Fact]
    public async Task Every_case_that_is_asked_about_needs_an_answer()
    {
        await using var world = await CaseWorld.Start();
        var (_, assistant, call) = await Asked(world);

        var outcome = await world.Portal.The<RecordCallback>().Run(new(call.Id, Guid.CreateVersion7(), CallOutcome.Reached, Talk: CallWorld.Talk([5])), assistant, default);

        Assert.Equal("callback.case-missing", outcome.Refusal!.Code);
    }

    [Fact]
    public async Task The_dealer_answers_by_himself_and_his_word_on_the_case_counts_the_same()
    {
        await using var world = await CaseWorld.Start();
        var (id, assistant, call) = await Asked(world);
        var answer = new AnswerSurvey.Request(call.Id, Guid.CreateVersion7(), CallWorld.Talk([5, 4, 5], new Callback.CaseWord(id, null)));

        Assert.False((await world.Portal.The<AnswerSurvey>().Run(answer, world.Owner, default)).IsDone);
        Assert.Null(await world.Portal.The<SurveySheet>().For(call.Id, world.Owner, default));
        Assert.Null((await world.Portal.The<SendSurveyLink>().Run(new(call.Id), assistant, default)).Refusal);
        Assert.Single(await world.Portal.The<SurveySheet>().Open(world.Owner, default));
        Assert.Null(await world.Portal.The<SurveySheet>().For(call.Id, world.Stranger, default));
        Assert.False((await world.Portal.The<AnswerSurvey>().Run(answer, world.Stranger, default)).IsDone);

        Assert.Null((await world.Portal.The<AnswerSurvey>().Run(answer, world.Owner, default)).Refusal);
        Assert.Null((await world.Portal.The<AnswerSurvey>().Run(answer, world.Owner, default)).Refusal);
        Assert.Equal(CaseState.Closed, (await world.Case(id)).State);
        var after = (await Calls(world)).Single();
        Assert.Equal((CallbackState.Reached, CallChannel.Portal, assistant.UserId), (after.State, after.Channel!.Value, after.AssistantId));
        Assert.True((await world.Portal.The<SurveySheet>().For(call.Id, world.Owner, default))!.IsOver);
    }

    [Fact]
    public async Task The_case_shows_its_planned_call_to_the_staff_and_the_dealer_knows_that_he_is_called()
    {
        await using var world = await CaseWorld.Start();
        var assistant = await world.Portal.Person("韩梅", (Role.ServiceAssistant, null));
        var id = await world.File();
        Task<FollowUpSheet.View?> Sees(Actor who) => world.Portal.The<FollowUpSheet>().For(id, who, default);
        await world.Done<Claim>(act => act.Run(new(id), world.Agent, default));
        Assert.Null(await Sees(world.Agent));

        // Settled, and not planned before the next morning.
        await world.Done<JudgeNotFounded>(act => act.Run(new(id, "不属实"), world.Agent, default));
        foreach (var who in new[] { world.Agent, world.Owner }) Assert.Equal(new(null, null, null, null), await Sees(who));
        await world.Portal.The<PlanCallbacks>().RunAsOf(world.Portal.Clock.Now, default);

        var call = (await Calls(world)).Single();
        var staff = (await Sees(world.Agent))!;
        Assert.Equal((CallbackState.Open, null, null), (staff.State, staff.IsContent, staff.Survey));
        Assert.Equal((call.Id, call.PlannedOn, new LocalDate(2026, 3, 5), assistant.Name), (staff.Call!.Id, staff.Call.PlannedOn, staff.Call.Due.Value, staff.Call.Assistant));
        Assert.Equal(new(CallbackState.Open, null, null, null), await Sees(world.Owner));
        Assert.Null(await Sees(world.Stranger));
        Assert.Null((await Sees(await world.Portal.Person("财务", (Role.Finance, null))))!.Call);
        Assert.Null((await world.Portal.The<SendSurveyLink>().Run(new(call.Id), assistant, default)).Refusal);
        Assert.Equal(call.Id, (await Sees(world.Owner))!.Survey);

        Assert.Null((await Say(world, assistant, call, id, null)).Refusal);
        Assert.Equal(new(CallbackState.Reached, true, null, null), await Sees(world.Owner));
    }

    [Fact]
    public async Task A_blacklisted_dealer_s_case_shows_no_call_before_and_after_it_was_planned()
    {
        await using var world = await CaseWorld.Start();
        var (id, _, call) = await Asked(world);
        await world.Portal.Db(db => Task.FromResult(db.TierPeriods.Add(new(Guid.CreateVersion7(), world.Dealer.Id, "blacklist", new(2026, 3, 2), "test", world.Portal.Clock.Now))));

        Assert.Null(await world.Portal.The<FollowUpSheet>().For(id, world.Agent, default));
        await world.Portal.The<PlanCallbacks>().RunAsOf(world.Portal.Clock.Now, default);
        Assert.Equal(CallbackState.Withdrawn, (await Calls(world)).Single(one => one.Id == call.Id).State);
        Assert.Null(await world.Portal.The<FollowUpSheet>().For(id, world.Agent, default));
    }

    [Fact]
    public async Task A_dealer_who_declines_is_not_asked_about_the_same_case_the_next_morning()
    {
        await using var world = await CaseWorld.Start();
        var (id, assistant, call) = await Asked(world);
        Assert.Null((await world.Portal.The<RecordCallback>().Run(new(call.Id, Guid.CreateVersion7(), CallOutcome.Refused), assistant, default)).Refusal);

        world.Portal.Clock.Now = Shanghai.At("2026-03-03 07:30");
        await world.Portal.The<PlanCallbacks>().RunAsOf(world.Portal.Clock.Now, default);

        var next = (await Calls(world)).Single(one => one.IsOpen);
        // A middle dealer, who declined on 2 March: by 2 April, and about nothing but the ordinary questions.
        Assert.Equal((new LocalDate(2026, 4, 2), 0), (next.DueOn, next.FollowUps.Count));
        Assert.Equal(CallbackState.Refused, (await world.Portal.The<FollowUpSheet>().For(id, world.Agent, default))!.State);
    }

    private static Task<Domain.Outcome> Say(CaseWorld world, Actor assistant, Callback call, Guid id, string? why) =>
        world.Portal.The<RecordCallback>().Run(new(call.Id, Guid.CreateVersion7(), CallOutcome.Reached, Talk: CallWorld.Talk([4], new Callback.CaseWord(id, why))), assistant, default);

    private static async Task<(Guid Case, Actor Assistant, Callback Call)> Asked(CaseWorld world, Func<Guid, Task>? then = null)
    {
        var assistant = await world.Portal.Person("韩梅", (Role.ServiceAssistant, null));
        var id = await world.File();
        await world.Done<Claim>(act => act.Run(new(id), world.Agent, default));
        await world.Done<JudgeNotFounded>(act => act.Run(new(id, "不属实"), world.Agent, default));
        if (then is not null) await then(id);
        await world.Portal.The<PlanCallbacks>().RunAsOf(world.Portal.Clock.Now, default);
        return (id, assistant, (await Calls(world)).Single(call => call.FollowUps.Count > 0));
    }

    // The stranger, in no tier as well, is called like every middle dealer; his callbacks are none of this.
    private static async Task<List<Callback>> Calls(CaseWorld world) =>
        [.. (await new CallWorld(world.Portal) { Assistant = world.Agent, Second = world.Agent, Supervisor = world.Supervisor }.Calls()).Where(call => call.DealerId == world.Dealer.Id)];
}
