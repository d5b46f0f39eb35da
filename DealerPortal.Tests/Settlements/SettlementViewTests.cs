using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Settlements;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Settlements;

/// <summary>Who reads what of settlements, and that every balance is a sum.</summary>
public sealed class SettlementViewTests
{
    [Fact]
    public async Task The_dealer_hears_of_approval_and_payment_and_reads_nothing_before()
    {
        await using var portal = await Portal.Start("2026-03-02 08:00");
        var world = await SettleWorld.On(portal);
        await world.Late();
        await world.Earn("2026-04-03 00:05");
        var batch = await world.Drawn();
        Assert.Null(await portal.The<BatchSheet>().For(batch, world.Owner, default));
        Assert.Empty((await portal.The<BatchList>().For(new(), world.Owner, default)).Rows);

        await world.Approve(batch);
        SettleWorld.Done(await world.Pay(batch));

        Assert.Null((await world.Sheet(batch, world.Owner)).Approval);
        Assert.Equal([NoticeKind.StatementReady, NoticeKind.StatementPaid],
            (await portal.Db(db => db.Notices.Where(notice => notice.UserId == world.Owner.UserId && notice.Subject == batch).OrderBy(notice => notice.Id).Select(notice => notice.Kind).ToListAsync())).Order());
        Assert.Equal([Happening.BatchApproved, Happening.BatchPaid], (await portal.The<HistoryList>().For(world.Owner, default, batch)).Select(entry => entry.What));
        Assert.Equal([Happening.BatchDrawnUp, Happening.ApprovalAsked, Happening.ApprovalGiven, Happening.ApprovalGiven, Happening.ApprovalGiven, Happening.BatchApproved, Happening.BatchPaid],
            (await portal.The<HistoryList>().For(world.Finance, default, batch)).Select(entry => entry.What).OrderBy(what => what is Happening.BatchPaid).ThenBy(what => what is Happening.BatchApproved).ThenBy(what => what is not Happening.BatchDrawnUp));
    }

    [Fact]
    public async Task Another_dealer_and_another_region_find_nothing_and_a_stranger_among_the_staff_neither()
    {
        await using var portal = await Portal.Start("2026-03-02 08:00");
        var world = await SettleWorld.On(portal);
        await world.Late();
        await world.Earn("2026-04-03 00:05");
        var batch = await world.Paid();
        Actor[] others = [await portal.DealerOwner(await portal.Dealer("D2")), await portal.Person("南区", (Role.RegionalManager, "south")), await portal.Person("生产", (Role.ProductionHead, null))];

        foreach (var other in others)
        {
            Assert.Null(await portal.The<BatchSheet>().For(batch, other, default));
            Assert.Empty((await portal.The<BatchList>().For(new(), other, default)).Rows);
            Assert.True(await portal.The<BalanceList>().For(new(), other, default) is null or { Rows.Count: 0 });
            Assert.Null(await portal.The<DraftSheet>().For(world.Dealer.Id, null, other, default));
            Assert.Null(await portal.The<DealerBalance>().For(world.Dealer.Id, other, default));
        }
        Assert.NotNull(await portal.The<BatchSheet>().For(batch, world.North, default));
    }

    [Fact]
    public async Task Whoever_answers_the_phone_is_told_one_dealer_s_balance_in_one_query()
    {
        await using var portal = await Portal.Start("2026-03-02 08:00");
        var world = await SettleWorld.On(portal);
        await world.Late();
        await world.Late(cause: null);
        await world.Late(dealer: (await portal.Dealer("D2")).Id);
        await world.Earn("2026-04-03 00:05");
        var assistant = await portal.Person("韩梅", (Role.ServiceAssistant, null));
        async Task<DealerBalance.View> Tells(Actor who) => (await portal.The<DealerBalance>().For(world.Dealer.Id, who, default))!;

        // Two gates orders of this dealer, 17 March to 3 April: 18 days at 50 yuan each; the third order is another dealer's.
        var before = await Tells(assistant);
        Assert.Equal((2 * 18 * 5000L, 18 * 5000L, 0L, null), (before.Balance.Fen, before.Balance.UndecidedFen, before.Balance.DrawnFen, before.Statement));
        Assert.Equal(before.Balance.Fen, (await portal.The<OwnBalance>().For(world.Owner, default))!.Fen);

        var batch = await world.Drawn();
        var sheet = await world.Sheet(batch);
        Assert.Equal((15 * 5000L, null), ((await Tells(assistant)).Balance.DrawnFen, (await Tells(assistant)).Statement));
        Assert.Equal(new(batch, sheet.Number), (await Tells(world.Agent)).Statement);
        await world.Approve(batch);
        SettleWorld.Done(await world.Pay(batch));
        Assert.Equal((2 * 18 * 5000L - 15 * 5000L, 0L), ((await Tells(assistant)).Balance.Fen, (await Tells(assistant)).Balance.DrawnFen));

        Assert.Null(await portal.The<DealerBalance>().For(world.Dealer.Id, world.Owner, default));
        Assert.Null(await portal.The<DealerBalance>().For(Guid.CreateVersion7(), assistant, default));
    }

    [Fact]
    public async Task Balances_are_sums_and_are_read_a_page_at_a_time()
    {
        await using var portal = await Portal.Start("2026-03-02 08:00");
        var world = await SettleWorld.On(portal);
        for (var i = 0; i <= BalanceList.PageSize; i++) await world.Late(dealer: (await portal.Dealer($"P{i:00}")).Id);
        await world.Earn("2026-04-03 00:05");
        var balances = portal.The<BalanceList>();

        var first = (await balances.For(new(), world.Finance, default))!;
        var second = (await balances.For(new(After: first.Next), world.Finance, default))!;

        Assert.Equal((BalanceList.PageSize, 1), (first.Rows.Count, second.Rows.Count));
        Assert.Equal("P40", second.Rows[0].Code);
        Assert.All(first.Rows, row => Assert.Equal((18 * 5000L, 15 * 5000L), (row.Fen, row.ReadyFen)));
        Assert.Equal(["P07"], (await balances.For(new("P07", OnlyOpen: true), world.Finance, default))!.Rows.Select(row => row.Code));
        var figures = (await portal.The<SettlementFigures>().For(world.Finance, default))!;
        Assert.Equal((41 * 18 * 5000L, 41 * 15 * 5000L), (figures.EarnedFen, figures.Months[^2].EarnedFen));
        Assert.Equal([new("north", 41 * 18 * 5000L)], figures.Regions);
        Assert.Equal([new("production", 41 * 18 * 5000L)], figures.Causes);
    }
}
