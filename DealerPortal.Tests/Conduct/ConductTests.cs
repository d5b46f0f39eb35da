using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Conduct;
using DealerPortal.Domain.History;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Conduct;

/// <summary>A breach by staff, from the record to the appeal; and that nobody reads of it who is not concerned.</summary>
public sealed class ConductTests
{
    [Fact]
    public async Task Somebody_is_heard_then_decided_about_within_the_limits_and_may_appeal_to_somebody_else()
    {
        await using var house = await House.Open();
        var id = await house.Record();

        Assert.Equal("breach.hear-first", (await house.Propose(id, 300)).Refusal?.Code);
        await house.Done<AnswerBreach>(act => act.Run(new(id, "我只是转告了方案"), house.Person, default));
        foreach (var (yuan, code) in new[] { (199, "breach.beyond-limits"), (501, "breach.beyond-limits"), (-1, "breach.beyond-limits") })
            Assert.Equal(code, (await house.Propose(id, yuan)).Refusal?.Code);
        Assert.True((await house.Propose(id, 200)).IsDone);
        Assert.True((await house.Propose(id, 200)).IsDone);
        await house.Decide(id, house.Operations, consents: true);

        var decided = (await house.Sheet(id, house.Person))!;
        Assert.Equal((BreachState.Decided, 20000L, true), (decided.State, decided.Fen, decided.MayAppeal));
        Assert.Equal(Shanghai.At("2026-03-09 17:30"), decided.AppealUntil);
        await house.Done<AppealBreach>(act => act.Run(new(id, "我是按主管要求办的"), house.Person, default));
        Assert.Equal("breach.not-now", (await house.Portal.The<AppealBreach>().Run(new(id, "再申诉一次"), house.Person, default)).Refusal?.Code);
        await house.Decide(id, house.Marketing, consents: true);
        Assert.Equal(BreachState.Lifted, (await house.Sheet(id, house.Person))!.State);
        Assert.Equal([Happening.BreachRecorded, Happening.BreachAnswered, Happening.ApprovalAsked, Happening.BreachProposed, Happening.ApprovalGiven, Happening.BreachDecided,
            Happening.ApprovalAsked, Happening.BreachAppealed, Happening.ApprovalGiven, Happening.BreachLifted],
            (await house.Portal.The<HistoryList>().For(house.Recorder, default, id)).Select(entry => entry.What));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public async Task A_sum_lies_within_the_limits_of_the_clause_or_is_a_reprimand(int yuan, bool isAllowed)
    {
        await using var house = await House.Open();
        var id = await house.Record();
        house.Portal.Clock.Now = Shanghai.At("2026-03-05 17:30");

        var outcome = await house.Propose(id, yuan);

        Assert.Equal(isAllowed, outcome.IsDone);
        if (!isAllowed) Assert.Equal("三(五)7", outcome.Refusal!.Clause!.Value.Number);
    }

    [Fact]
    public async Task Who_says_nothing_has_three_working_days_and_then_it_goes_on_without_his_word()
    {
        await using var house = await House.Open();
        var id = await house.Record();

        house.Portal.Clock.Now = Shanghai.At("2026-03-05 17:30") - Duration.FromMilliseconds(1);
        Assert.Equal("breach.hear-first", (await house.Propose(id, 300)).Refusal?.Code);
        house.Portal.Clock.Now = Shanghai.At("2026-03-05 17:30");
        Assert.True((await house.Propose(id, 300)).IsDone);
        Assert.Equal("breach.not-now", (await house.Portal.The<AnswerBreach>().Run(new(id, "太晚了"), house.Person, default)).Refusal?.Code);
    }

    [Fact]
    public async Task A_refused_decision_has_no_consequence_and_an_appeal_ends_with_its_time()
    {
        await using var house = await House.Open();
        var (refused, late) = (await house.Record(), await house.Record());
        foreach (var id in new[] { refused, late })
        {
            await house.Done<AnswerBreach>(act => act.Run(new(id, "我的说明"), house.Person, default));
            Assert.True((await house.Propose(id, 300)).IsDone);
            await house.Decide(id, house.Operations, consents: id == late);
        }
        Assert.Equal(BreachState.Dismissed, (await house.Sheet(refused, house.Person))!.State);
        house.Portal.Clock.Now = (await house.Sheet(late, house.Person))!.AppealUntil!.Value;
        Assert.Equal("breach.appeal-too-late", (await house.Portal.The<AppealBreach>().Run(new(late, "不服"), house.Person, default)).Refusal?.Code);
    }

    [Fact]
    public async Task Nobody_reads_of_it_but_the_person_the_recorder_and_those_who_decide()
    {
        await using var house = await House.Open();
        var id = await house.Record();
        var others = new[]
        {
            await house.Portal.Person("另一位主管", (Role.AfterSalesSupervisor, null)), await house.Portal.Person("同事", (Role.AfterSalesAgent, null)), await house.Portal.Person("审计", (Role.Auditor, null)),
            await house.Portal.Person("管理员", (Role.Administrator, null)), await house.Portal.Person("市场总监", (Role.MarketDirector, null)), await house.Portal.Person("北区经理", (Role.RegionalManager, "north")),
            await house.Portal.DealerOwner(await house.Portal.Dealer("D1")),
        };
        await Reads(house.Person, house.Recorder);
        await house.Done<AnswerBreach>(act => act.Run(new(id, "我的说明"), house.Person, default));
        Assert.True((await house.Propose(id, 300)).IsDone);
        await Reads(house.Person, house.Recorder, house.Operations);
        await house.Decide(id, house.Operations, consents: true);
        await house.Done<AppealBreach>(act => act.Run(new(id, "不服"), house.Person, default));
        await Reads(house.Person, house.Recorder, house.Operations, house.Marketing);

        foreach (var other in others)
        {
            Assert.Equal(Refusal.NotFound, (await house.Portal.The<AnswerBreach>().Run(new(id, "替他说"), other, default)).Refusal);
            Assert.Equal(Refusal.NotFound, (await house.Portal.The<ProposeDecision>().Run(new(id, 500, "x"), other, default)).Refusal);
            Assert.Equal(Refusal.NotFound, (await house.Portal.The<AppealBreach>().Run(new(id, "x"), other, default)).Refusal);
        }
        // What the whole record keeps names neither the person nor what was said.
        var kept = string.Join('\n', (await house.Portal.Db(db => db.History.Where(entry => entry.Subject == id).ToListAsync())).Select(entry => entry.Facts));
        foreach (var secret in new[] { house.Person.Name, "我的说明", "擅自答应", "情况属实", "批注" }) Assert.DoesNotContain(secret, kept, StringComparison.Ordinal);

        async Task Reads(params Actor[] concerned)
        {
            foreach (var who in others.Concat([house.Person, house.Recorder, house.Operations, house.Marketing]))
            {
                Assert.Equal(concerned.Contains(who), await house.Sheet(id, who) is not null);
                Assert.Equal(concerned.Contains(who), (await house.Portal.The<BreachList>().For(null, who, default)).Rows.Count > 0);
            }
        }
    }

    [Fact]
    public async Task The_record_tells_who_is_not_concerned_neither_who_did_it_nor_from_where_and_has_no_gap()
    {
        await using var house = await House.Open();
        var id = await house.Record();
        await house.Done<AnswerBreach>(act => act.Run(new(id, "我的说明"), house.Person, default));
        Assert.True((await house.Propose(id, 300)).IsDone);
        await house.Decide(id, house.Operations, consents: true);
        var (auditor, board) = (await house.Portal.Person("审计", (Role.Auditor, null)), house.Portal.The<HistoryBoard>());
        var both = await house.Portal.Person("管理员兼总监", (Role.Administrator, null), (Role.OperationsDirector, null));
        async Task<List<HistoryBoard.Entry>> Reads(Actor who, HistoryBoard.Filter filter) => await board.All(filter, who, default).ToListAsync();

        var ofIt = await Reads(auditor, new(id));
        Assert.Equal((6, true), (ofIt.Count, ofIt.All(entry => entry is { IsPrivate: true, Who: null, From: "" })));
        Assert.All((await board.Read(new(id), null, auditor, default)).Value!.Entries, entry => Assert.Null(entry.Who));
        foreach (var name in new[] { house.Person.Name, house.Recorder.Name, house.Operations.Name })
            Assert.DoesNotContain(await Reads(auditor, new(Who: name)), entry => entry.Subject == id);
        // Nothing is left out, and who else did something is told as before.
        var all = await Reads(auditor, new());
        Assert.Equal(Enumerable.Range(1, all.Count).Reverse().Select(number => (long)number), all.Select(entry => entry.Number));
        Assert.DoesNotContain(all, entry => entry.Subject != id && entry.IsPrivate);
        // Whoever was asked for a decision is concerned, and reads it all.
        Assert.Equal([house.Person.Name, house.Recorder.Name, house.Operations.Name], (await Reads(both, new(id))).Select(entry => entry.Who).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(await Reads(both, new(Who: house.Person.Name)), entry => entry.Subject == id);
        // A timeline, asked for by its id, tells such people nothing.
        foreach (var other in new[] { auditor, await house.Portal.Person("同事", (Role.AfterSalesAgent, null)), await house.Portal.Person("北区经理", (Role.RegionalManager, "north")) })
            Assert.Empty(await house.Portal.The<HistoryList>().For(other, default, id));
        Assert.Equal(6, (await house.Portal.The<HistoryList>().For(house.Person, default, id)).Count);
    }

    [Fact]
    public async Task Nobody_records_about_himself_nor_decides_about_himself()
    {
        await using var house = await House.Open();
        Assert.Equal("breach.not-oneself", (await house.TryRecord(house.Recorder, house.Recorder)).Refusal?.Code);
        Assert.Equal(Refusal.NotAllowed, (await house.TryRecord(house.Recorder, house.Person)).Refusal);
        Assert.Equal("breach.person-missing", (await house.TryRecord(await house.Portal.DealerOwner(await house.Portal.Dealer("D2")), house.Recorder)).Refusal?.Code);

        // The only one who could decide is the one concerned.
        var about = Guid.CreateVersion7();
        await house.Done<RecordBreach>(act => act.Run(new(about, house.Operations.UserId!.Value, "quarrel", new(2026, 3, 1), "与用户争执"), house.Recorder, default));
        await house.Done<AnswerBreach>(act => act.Run(new(about, "没有"), house.Operations, default));
        Assert.Equal("breach.nobody-to-decide", (await house.Propose(about, 200)).Refusal?.Code);
    }

    /// <summary>A portal with somebody concerned, somebody who recorded it, and two who decide.</summary>
    private sealed record House(Portal Portal, Actor Person, Actor Recorder, Actor Operations, Actor Marketing) : IAsyncDisposable
    {
        public static async Task<House> Open()
        {
            var portal = await Portal.Start();
            return new(portal, await portal.Person("小赵", (Role.BusinessAssistant, "north")), await portal.Person("王主管", (Role.AfterSalesSupervisor, null)),
                await portal.Person("运营总监", (Role.OperationsDirector, null)), await portal.Person("营销总监", (Role.MarketingDirector, null)));
        }

        public async Task<Guid> Record()
        {
            var id = Guid.CreateVersion7();
            await Done<RecordBreach>(act => act.Run(new(id, Person.UserId!.Value, "decided-instead", new(2026, 3, 1), "擅自答应经销商换货"), Recorder, default));
            return id;
        }

        public Task<Outcome> TryRecord(Actor about, Actor by) =>
            Portal.The<RecordBreach>().Run(new(Guid.CreateVersion7(), about.UserId!.Value, "decided-instead", new(2026, 3, 1), "擅自答应"), by, default);

        public Task<Outcome> Propose(Guid id, int yuan) => Portal.The<ProposeDecision>().Run(new(id, yuan, "情况属实"), Recorder, default);

        public Task<BreachSheet.View?> Sheet(Guid id, Actor who) => Portal.The<BreachSheet>().For(id, who, default);

        public async Task Decide(Guid id, Actor who, bool consents)
        {
            var asked = (await Portal.The<MyApprovals>().For(who, default)).Waiting.Single(item => item.Path.EndsWith(id.ToString(), StringComparison.Ordinal));
            await Done<Decide>(act => act.Run(new(asked.Id, asked.Place!.Value, asked.ShownHash, consents, "批注"), who, default));
        }

        public async Task Done<T>(Func<T, Task<Outcome>> act) where T : notnull
        {
            var outcome = await act(Portal.The<T>());
            Assert.True(outcome.IsDone, outcome.Refusal?.Code);
        }

        public ValueTask DisposeAsync() => Portal.DisposeAsync();
    }
}
