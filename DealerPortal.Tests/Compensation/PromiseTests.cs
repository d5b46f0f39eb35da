using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Promises;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Compensation;

/// <summary>When an order is promised, what of the promise survives the ERP's changes, and a later date that is agreed.</summary>
public sealed class PromiseTests
{
    [Fact]
    public async Task An_order_is_promised_from_the_later_of_approval_and_deposit_and_not_before()
    {
        await using var world = await LateWorld.Begin("2026-03-03 10:00");
        var order = new Order(Guid.CreateVersion7(), "SO-1", new(world.DealerId, new(2026, 3, 1), [new(1, "gate", "大门", null, 2)]));
        await world.Portal.Db(db => Task.FromResult(db.Orders.Add(order)));
        var (clerk, dealer) = (await world.Person(Role.OrderFollowUp), await world.Person(Role.DealerOwner, dealer: world.DealerId));

        Assert.Null((await world.Portal.The<ConfirmOrder>().Run(new(order.Id, Shanghai.At("03-02 11:00"), null), clerk, default)).Refusal);
        Assert.Null(await world.Portal.The<LateSheet>().For(order.Id, dealer, default));
        Assert.Equal("not-allowed", (await world.Portal.The<ConfirmOrder>().Run(new(order.Id, null, Shanghai.At("03-02 12:00")), dealer, default)).Refusal!.Code);
        Assert.Null((await world.Portal.The<ConfirmOrder>().Run(new(order.Id, null, Shanghai.At("03-02 12:00")), clerk, default)).Refusal);

        var sheet = (await world.Portal.The<LateSheet>().For(order.Id, dealer, default))!;
        Assert.Equal(Shanghai.At("03-02 12:00"), sheet.Confirmed.Value);
        Assert.Equal(Shanghai.EndOf("03-17"), sheet.Due);
        Assert.Equal("order.confirmed-already", (await world.Portal.The<ConfirmOrder>().Run(new(order.Id, Shanghai.At("03-03 09:00"), null), clerk, default)).Refusal!.Code);
    }

    [Fact]
    public async Task An_order_changed_after_its_confirmation_keeps_its_first_promise_and_what_is_added_counts_from_then()
    {
        await using var world = await LateWorld.Begin();
        var id = await world.Confirmed("03-02 09:00", ("gate", null, 4), ("window-guard", "原色", 2));
        world.Portal.Clock.Now = Shanghai.At("03-10 14:00");

        await Change(world, id, new(1, "gate", "另一款大门", "古铜", 6), new(2, "window-guard", "护窗", "咖啡", 1));

        var parts = (await world.Portal.The<LateSheet>().For(id, await world.Person(Role.Auditor), default))!.Parts.Where(part => part.IsOpen).ToList();
        Assert.Equal([(1, 4m, Shanghai.EndOf("03-16")), (1, 2m, Shanghai.EndOf("03-25")), (2, 1m, Shanghai.EndOf("03-08"))], parts.Select(part => (part.Line, part.Quantity, part.Due)));
    }

    [Fact]
    public async Task A_line_struck_off_is_late_until_that_day_and_no_longer()
    {
        await using var world = await LateWorld.Begin();
        var id = await world.Confirmed("03-02 09:00", ("gate", null, 1), ("window-guard", "原色", 2));
        world.Portal.Clock.Now = Shanghai.At("03-10 14:00");
        await Change(world, id, new Order.LineFacts(1, "gate", "大门", null, 1));

        await world.Earn("03-14 00:05");

        Assert.Equal(["03-09", "03-10"], await world.Dates(id));
    }

    [Fact]
    public async Task A_later_date_counts_when_the_dealer_agrees_and_only_for_a_large_order()
    {
        await using var world = await LateWorld.Begin();
        var (clerk, dealer, stranger) = (await world.Person(Role.OrderFollowUp), await world.Person(Role.DealerOwner, dealer: world.DealerId), await world.Person(Role.DealerOwner, dealer: await world.Dealer("D9", "north")));
        var (small, large) = (await world.Confirmed("03-02 09:00", ("gate", null, 5)), await world.Confirmed("03-02 09:00", ("gate", null, 6), ("window-guard", "原色", 1)));
        var proposal = Guid.CreateVersion7();
        var propose = world.Portal.The<ProposeDate>();

        Assert.Equal("date.not-large", (await propose.Run(new(Guid.CreateVersion7(), small, new(2026, 3, 26), "排产已满"), clerk, default)).Refusal!.Code);
        Assert.Equal("date.not-later", (await propose.Run(new(proposal, large, new(2026, 3, 16), "排产已满"), clerk, default)).Refusal!.Code);
        Assert.Null((await propose.Run(new(proposal, large, new(2026, 3, 26), "排产已满"), clerk, default)).Refusal);
        Assert.Null((await propose.Run(new(proposal, large, new(2026, 3, 26), "排产已满"), clerk, default)).Refusal);
        var answer = world.Portal.The<AnswerDate>();
        Assert.Equal("not-found", (await answer.Run(new(proposal, DateAnswer.Agreed), stranger, default)).Refusal!.Code);
        Assert.Equal("not-allowed", (await answer.Run(new(proposal, DateAnswer.Agreed), clerk, default)).Refusal!.Code);
        Assert.Null((await answer.Run(new(proposal, DateAnswer.Agreed), dealer, default)).Refusal);
        Assert.Null((await answer.Run(new(proposal, DateAnswer.Agreed), dealer, default)).Refusal);
        Assert.Equal("date.answered", (await answer.Run(new(proposal, DateAnswer.Declined), dealer, default)).Refusal!.Code);

        await world.Earn("03-28 00:05");
        Assert.Equal(["03-09", "03-10"], (await world.Dates(large)).Take(2));
        Assert.Equal(20, (await world.Dates(large)).Length);
        var gate = (await world.Portal.The<LateSheet>().For(large, dealer, default))!.Parts[0];
        Assert.Equal((Shanghai.EndOf("03-26"), 16), (gate.Due, gate.Promised.Value.Day));
    }

    [Fact]
    public async Task A_proposal_without_an_answer_lapses_with_the_regulation_s_date_and_reminds_until_then()
    {
        await using var world = await LateWorld.Begin();
        var (clerk, dealer) = (await world.Person(Role.OrderFollowUp), await world.Person(Role.DealerOwner, dealer: world.DealerId));
        var (large, proposal) = (await world.Confirmed("03-02 09:00", ("gate", null, 6)), Guid.CreateVersion7());
        Assert.Null((await world.Portal.The<ProposeDate>().Run(new(proposal, large, new(2026, 3, 26), "排产已满"), clerk, default)).Refusal);

        Assert.Equal(0, (await world.Portal.The<RemindOfDates>().RunAsOf(Shanghai.At("03-02 11:00"), default)).Changed);
        Assert.Equal(1, (await world.Portal.The<RemindOfDates>().RunAsOf(Shanghai.At("03-02 14:00"), default)).Changed);
        Assert.Single(await world.Portal.The<ProposalSheet>().WaitingFor(dealer, default));
        world.Portal.Clock.Now = Shanghai.At("03-17 00:00");

        Assert.Equal("date.lapsed", (await world.Portal.The<AnswerDate>().Run(new(proposal, DateAnswer.Agreed), dealer, default)).Refusal!.Code);
        Assert.Empty(await world.Portal.The<ProposalSheet>().WaitingFor(dealer, default));
        await world.Earn("03-17 00:05");
        Assert.Equal(["03-17"], await world.Dates(large));
    }

    private static Task<int> Change(LateWorld world, Guid id, params Order.LineFacts[] lines) => world.Portal.Db(async db =>
    {
        var order = await db.Orders.SingleAsync(order => order.Id == id);
        Assert.Null(order.Update(new(order.DealerId, order.OrderedOn, lines), null).Refusal);
        Promising.Keep(db, order, await db.Promises.SingleAsync(promise => promise.Id == id), world.Portal.The<PolicyBook>(), world.Portal.Clock.Now);
        return 0;
    });
}
