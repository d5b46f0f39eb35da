using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Hotline;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Hotline;

/// <summary>The call desk: who calls, what becomes of it, and what is said.</summary>
public sealed class HotlineTests
{
    [Theory]
    [InlineData("0311-8888 0001", "031188880001")]
    [InlineData("+86 138 0013 8000", "13800138000")]
    [InlineData("008613800138000", "13800138000")]
    [InlineData("８６－０３１１－８８８８０００１", "031188880001")]
    [InlineData("0311-88880001转8012", "031188880001")]
    [InlineData("86120", "86120")]
    [InlineData("张三", "")]
    public void A_number_is_compared_by_its_digits(string said, string digits) => Assert.Equal(digits, PhoneNumber.Digits(said));

    [Fact]
    public async Task A_caller_is_found_by_a_number_its_beginning_its_end_and_by_a_name()
    {
        await using var desk = await Desk.Open();
        await desk.Done<AddDealerPhone>(act => act.Run(new(Guid.CreateVersion7(), desk.Dealer.Id, "138-0013-8000", "刘师傅"), desk.Assistant, default));

        foreach (var typed in new[] { "+86 138 0013 8000", "13800", "8000", "0311-88880001", "88880001", "0001", "D1", "门店", "刘师傅" })
            Assert.Contains(await desk.Finds(typed), row => row.DealerId == desk.Dealer.Id);
        Assert.True((await desk.Finds("13800138000"))[0].IsExact);
        foreach (var nobody in new[] { "139", "0012", "火星", " " }) Assert.Empty(await desk.Finds(nobody));
        Assert.Empty(await desk.Portal.The<CallerList>().For("8000", desk.Owner, default));
        Assert.Null(await desk.Portal.The<CallerSheet>().For(desk.Dealer.Id, desk.Owner, default));
    }

    [Fact]
    public async Task The_same_number_is_noted_once_and_only_by_staff()
    {
        await using var desk = await Desk.Open();
        foreach (var said in new[] { "13800138000", "138 0013 8000" })
            await desk.Done<AddDealerPhone>(act => act.Run(new(Guid.CreateVersion7(), desk.Dealer.Id, said, ""), desk.Assistant, default));

        var phone = Assert.Single((await desk.Sheet()).Phones);
        Assert.Equal(Refusal.NotAllowed, (await desk.Portal.The<AddDealerPhone>().Run(new(Guid.CreateVersion7(), desk.Dealer.Id, "13900139000", ""), desk.Owner, default)).Refusal);
        Assert.Equal("dealer.no-number", (await desk.Portal.The<AddDealerPhone>().Run(new(Guid.CreateVersion7(), desk.Dealer.Id, "没有", ""), desk.Assistant, default)).Refusal?.Code);
        await desk.Done<RemoveDealerPhone>(act => act.Run(new(phone.Id), desk.Assistant, default));
        Assert.Empty((await desk.Sheet()).Phones);
    }

    [Fact]
    public async Task A_call_becomes_one_case_with_the_caller_and_what_was_typed_however_often_it_is_sent()
    {
        await using var desk = await Desk.Open();
        var call = Guid.CreateVersion7();
        for (var i = 0; i < 2; i++)
        {
            var filed = await desk.Portal.The<FileFromCall>().Run(new(call, desk.Caller, null, "2.4", null, "送货员态度不好"), desk.Assistant, default);
            Assert.Equal(call, filed.Value);
        }

        var one = await desk.Portal.Db(db => db.Complaints.SingleAsync());
        Assert.Equal((CaseSource.Hotline, "送货员态度不好", "刘师傅 13800138000"), (one.Source, one.Description, one.Caller));
        Assert.Equal(call, Assert.Single(await desk.Portal.Db(db => db.Calls.ToListAsync())).CaseId);
        Assert.Equal("刘师傅 13800138000", (await desk.Portal.The<ComplaintSheet>().For(call, desk.Agent, default))!.Grounds.Caller);
        var sheet = await desk.Sheet();
        Assert.Equal((call, CallKind.Complaint), (Assert.Single(sheet.Cases).Id, Assert.Single(sheet.Calls).Kind));
    }

    [Fact]
    public async Task What_stands_in_the_way_of_a_case_takes_no_call_down()
    {
        await using var desk = await Desk.Open();
        async Task<string?> File(FileFromCall.Request request) => (await desk.Portal.The<FileFromCall>().Run(request, desk.Assistant, default)).Refusal?.Code;

        Assert.Equal("call.dealer-missing", await File(new(Guid.CreateVersion7(), desk.Caller with { DealerId = null }, null, "2.4", null, "x")));
        Assert.Equal("complaint.category-missing", await File(new(Guid.CreateVersion7(), desk.Caller, null, null, null, "x")));
        Assert.Equal("complaint.description-missing", await File(new(Guid.CreateVersion7(), desk.Caller, null, "2.4", null, " ")));
        Assert.Empty(await desk.Portal.Db(db => db.Calls.ToListAsync()));
        Assert.Empty(await desk.Portal.Db(db => db.Complaints.ToListAsync()));
    }

    [Fact]
    public async Task A_blacklisted_caller_is_marked_and_taken_up_only_when_the_desk_says_so()
    {
        await using var desk = await Desk.Open();
        await desk.Portal.Db(db => Task.FromResult(db.TierPeriods.Add(new(Guid.CreateVersion7(), desk.Dealer.Id, "blacklist", new(2026, 3, 1), "test", desk.Portal.Clock.Now))));
        var request = new FileFromCall.Request(Guid.CreateVersion7(), desk.Caller, null, "2.4", null, "送货员态度不好");

        Assert.Equal("附件1 3)", (await desk.Sheet()).AtDiscretion!.Value.Number);
        var refusal = (await desk.Portal.The<FileFromCall>().Run(request, desk.Assistant, default)).Refusal!;
        Assert.Equal(("call.discretion-first", "附件1 3)"), (refusal.Code, refusal.Clause!.Value.Number));
        await desk.Done<NoteCall>(act => act.Run(new(Guid.CreateVersion7(), desk.Caller, CallKind.Note, "先记下"), desk.Assistant, default));
        Assert.True((await desk.Portal.The<FileFromCall>().Run(request with { TakesUp = true }, desk.Assistant, default)).IsDone);
    }

    [Fact]
    public async Task A_promised_call_is_a_task_until_it_is_made_and_the_first_who_makes_it_has_it()
    {
        await using var desk = await Desk.Open();
        var (call, due) = (Guid.CreateVersion7(), desk.Portal.Clock.Now + Duration.FromHours(1));
        for (var i = 0; i < 2; i++) await desk.Done<PromiseCall>(act => act.Run(new(call, desk.Caller, "查价格", due), desk.Assistant, default));
        Assert.Equal("call.time-missing", (await desk.Portal.The<PromiseCall>().Run(new(Guid.CreateVersion7(), desk.Caller, "x", desk.Portal.Clock.Now), desk.Assistant, default)).Refusal?.Code);
        Assert.Equal("call.number-missing", (await desk.Portal.The<PromiseCall>().Run(new(Guid.CreateVersion7(), desk.Caller with { Number = "" }, "x", due), desk.Assistant, default)).Refusal?.Code);

        Assert.True(Assert.Single(await desk.Portal.The<CallDesk>().Promises(desk.Assistant, default)).IsMine);
        await desk.Done<KeepPromise>(act => act.Run(new(call, null), desk.Agent, default));
        Assert.True(Assert.Single(await desk.Portal.The<CallDesk>().Promises(desk.Agent, default)).IsMine);
        Assert.Equal("call.result-missing", (await desk.Portal.The<KeepPromise>().Run(new(call, " "), desk.Agent, default)).Refusal?.Code);
        await desk.Done<KeepPromise>(act => act.Run(new(call, "已报价"), desk.Agent, default));
        await desk.Done<KeepPromise>(act => act.Run(new(call, "已报价"), desk.Agent, default));
        Assert.Equal("call.kept-already", (await desk.Portal.The<KeepPromise>().Run(new(call, "我也打了"), desk.Assistant, default)).Refusal?.Code);
        Assert.Empty(await desk.Portal.The<CallDesk>().Promises(desk.Agent, default));
        Assert.Equal([Happening.CallPromised, Happening.CallTakenOver, Happening.CallKept], (await desk.Portal.The<HistoryList>().For(desk.Agent, default, call)).Select(entry => entry.What));
    }

    [Fact]
    public async Task Nobody_but_the_desk_and_the_auditor_reads_what_was_said()
    {
        await using var desk = await Desk.Open();
        await desk.Done<NoteCall>(act => act.Run(new(Guid.CreateVersion7(), desk.Caller, CallKind.Note, "悄悄话"), desk.Assistant, default));
        async Task<int> Reads(Actor who) => (await desk.Portal.The<CallList>().For(null, null, who, default)).Rows.Count;

        Assert.Equal(1, await Reads(desk.Agent));
        Assert.Equal(1, await Reads(await desk.Portal.Person("审计", (Role.Auditor, null))));
        Assert.Equal(0, await Reads(desk.Owner));
        Assert.Equal(0, await Reads(await desk.Portal.Person("财务", (Role.Finance, null))));
        Assert.Equal(Refusal.NotAllowed, (await desk.Portal.The<NoteCall>().Run(new(Guid.CreateVersion7(), desk.Caller, CallKind.Note, "x"), desk.Owner, default)).Refusal);
        // The dealer's own timeline says nothing of it either.
        Assert.DoesNotContain(await desk.Portal.The<HistoryList>().For(desk.Owner, default, desk.Dealer.Id), entry => entry.What is Happening.CallTaken);
    }

    [Fact]
    public async Task Scripts_are_the_pack_s_until_the_desk_words_them_and_how_they_read_is_kept()
    {
        await using var desk = await Desk.Open();
        var scripts = desk.Portal.The<ScriptList>();
        foreach (var code in new[] { "greeting", "waiting", "repeat", "cannot-hear", "cannot-answer", "ask-for-details", "against-the-rules", "staff-complaint", "upset", "slow-handling", "praise", "other-department", "goodbye", "wall-thickness", "marking-304", "stair-rail-support", "price", "order-late" })
            Assert.Contains(await scripts.For(null, desk.Assistant, default), row => row.Code == code);
        Assert.Equal(["marking-304"], (await scripts.For("304", desk.Assistant, default)).Select(row => row.Code));
        var before = Assert.Single(await scripts.For("304", desk.Assistant, default));

        await desk.Done<WriteScript>(act => act.Run(new("marking-304", "新的说法", "A new wording"), desk.Assistant, default));
        await desk.Done<WriteScript>(act => act.Run(new("marking-304", "新的说法 ", "A new wording"), desk.Assistant, default));

        var after = (await scripts.For("新的说法", desk.Agent, default)).Single();
        Assert.Equal("新的说法", after.Text.Zh);
        Assert.Equal(before.Written, Assert.Single(after.Before).Text);
        Assert.Empty(await scripts.For(null, desk.Owner, default));
        Assert.Equal(Refusal.NotAllowed, (await desk.Portal.The<WriteScript>().Run(new("greeting", "a", "b"), desk.Agent, default)).Refusal);
        Assert.Equal("script.text-missing", (await desk.Portal.The<WriteScript>().Run(new("greeting", "a", " "), desk.Assistant, default)).Refusal?.Code);
        Assert.Equal(Refusal.NotFound, (await desk.Portal.The<WriteScript>().Run(new("nothing", "a", "b"), desk.Assistant, default)).Refusal);
    }

    /// <summary>A portal with a desk, somebody who sits at it, and a dealer who calls.</summary>
    private sealed record Desk(Portal Portal, Dealer Dealer, Actor Assistant, Actor Agent, Actor Owner) : IAsyncDisposable
    {
        public Caller Caller => new(Dealer.Id, "刘师傅", "13800138000");

        public static async Task<Desk> Open()
        {
            var portal = await Portal.Start();
            var dealer = await portal.Dealer("D1");
            await portal.Db(async db => (await db.Dealers.SingleAsync()).Update(dealer.Name, dealer.Region, "0311-88880001"));
            return new(portal, dealer, await portal.Person("韩梅", (Role.ServiceAssistant, null)), await portal.Person("小李", (Role.AfterSalesAgent, null)), await portal.DealerOwner(dealer));
        }

        public Task<IReadOnlyList<CallerList.Row>> Finds(string text) => Portal.The<CallerList>().For(text, Assistant, default);

        public async Task<CallerSheet.View> Sheet() => (await Portal.The<CallerSheet>().For(Dealer.Id, Assistant, default))!;

        public async Task Done<T>(Func<T, Task<Outcome>> act) where T : notnull
        {
            var outcome = await act(Portal.The<T>());
            Assert.True(outcome.IsDone, outcome.Refusal?.Code);
        }

        public ValueTask DisposeAsync() => Portal.DisposeAsync();
    }
}
