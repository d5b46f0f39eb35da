using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Settlements;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Settlements;

/// <summary>What lateness earned on its way to the dealer's account: drawn up once, approved in order, paid once, doubted, and corrected only by a later batch.</summary>
public sealed class SettlementTests
{
    [Fact]
    public async Task A_batch_takes_every_open_line_of_the_period_and_the_payment_settles_it()
    {
        await using var portal = await Portal.Start("2026-03-02 08:00");
        var world = await SettleWorld.On(portal);
        await world.Late();
        await world.Earn("2026-04-03 00:05");

        var batch = await world.Drawn();

        var sheet = await world.Sheet(batch);
        Assert.Equal((15 * 5000L, 15, LateDay("03-17"), SettleWorld.March), (sheet.Fen, sheet.Lines.Count, sheet.FirstDate, sheet.Through));
        Assert.Equal(18 * 50, await world.Balance());
        await world.Approve(batch);
        SettleWorld.Done(await world.Pay(batch));
        Assert.Equal(3 * 50, await world.Balance());
        Assert.Equal(("ICBC-1", BatchState.Paid), ((await world.Sheet(batch)).Payment!.Reference, (await world.Sheet(batch)).State));
    }

    [Fact]
    public async Task A_request_sent_twice_draws_up_one_batch_and_pays_once()
    {
        await using var portal = await Portal.Start("2026-03-02 08:00");
        var world = await SettleWorld.On(portal);
        await world.Late();
        await world.Earn("2026-04-03 00:05");
        var id = Guid.CreateVersion7();

        Assert.Equal(id, (await world.DrawUp(id: id)).Value);
        Assert.Equal(id, (await world.DrawUp(id: id)).Value);
        await world.Approve(id);
        SettleWorld.Done(await world.Pay(id));
        SettleWorld.Done(await world.Pay(id));

        Assert.Equal("settlement.paid-already", (await world.Pay(id, "ICBC-2")).Refusal!.Code);
        Assert.Equal(1, await portal.Db(db => db.Ledger.CountAsync(entry => entry.Kind == EntryKind.Settle)));
        Assert.Equal(1, await portal.Db(db => db.Batches.CountAsync()));
        Assert.Equal("settlement.nothing-open", (await world.DrawUp()).Refusal!.Code);
    }

    [Fact]
    public async Task What_is_paid_is_never_touched_a_changed_cause_shows_up_as_reversals_in_the_next_batch()
    {
        await using var portal = await Portal.Start("2026-03-02 08:00");
        var world = await SettleWorld.On(portal);
        var (first, second) = (await world.Late(), await world.Late("2026-03-12 09:00"));
        await world.Shipped(first, "2026-03-18 10:00");
        await world.Earn("2026-04-01 00:05");
        var paid = await world.Paid();
        var before = (await world.Sheet(paid)).Lines.Select(line => (line.EntryId, line.Fen)).ToList();

        await world.Decide(first, "dealer");
        await world.Earn("2026-05-01 00:05");
        var next = await world.Drawn(new(2026, 4, 30));

        var sheet = await world.Sheet(next);
        var back = sheet.Lines.Where(line => line.Kind is EntryKind.Reverse).ToList();
        Assert.Equal([LateDay("03-17"), LateDay("03-18")], back.Select(line => line.Date));
        Assert.All(back, line => Assert.Equal((first, paid), (line.OrderId, line.Corrects!.Id)));
        Assert.Equal(30 * 5000L - 2 * 5000L, sheet.Fen);
        Assert.Equal(before, (await world.Sheet(paid)).Lines.Select(line => (line.EntryId, line.Fen)));
        Assert.Equal(second, sheet.Orders.Single(order => order.Back == 0).Id);
        Assert.Equal(sheet.Fen / 100 + 50, await world.Balance());
    }

    [Fact]
    public async Task Where_reversals_outweigh_nothing_is_asked_back_and_the_rest_lowers_a_later_batch()
    {
        await using var portal = await Portal.Start("2026-03-02 08:00");
        var world = await SettleWorld.On(portal);
        var order = await world.Late();
        await world.Shipped(order, "2026-03-18 10:00");
        await world.Earn("2026-04-01 00:05");
        await world.Paid();
        await world.Decide(order, "dealer");
        await world.Earn("2026-05-01 00:05");

        var refused = await world.DrawUp(new(2026, 4, 30));

        Assert.Equal("settlement.nothing-to-pay", refused.Refusal!.Code);
        Assert.Equal([Fact.Fen(-10000)], refused.Refusal.Facts);
        Assert.Equal(-100, await world.Balance());
        await world.Late("2026-04-20 09:00");
        await world.Earn("2026-06-01 00:05");
        Assert.Equal((27 - 2) * 5000L, (await world.Sheet(await world.Drawn(new(2026, 5, 31)))).Fen);
    }

    [Fact]
    public async Task What_earned_and_was_taken_back_before_it_was_paid_sums_to_nothing_and_waits()
    {
        await using var portal = await Portal.Start("2026-03-02 08:00");
        var world = await SettleWorld.On(portal);
        var order = await world.Late();
        await world.Earn("2026-04-01 00:05");
        await world.Decide(order, "dealer");
        await world.Earn("2026-04-02 00:05");

        Assert.Equal([Fact.Fen(0)], (await world.DrawUp()).Refusal!.Facts);
        Assert.Equal(0, await world.Balance());
    }

    [Fact]
    public async Task What_is_provisional_waits_until_its_cause_is_decided()
    {
        await using var portal = await Portal.Start("2026-03-02 08:00");
        var world = await SettleWorld.On(portal);
        var order = await world.Late(cause: null);
        await world.Earn("2026-04-01 00:05");

        Assert.Equal("settlement.cause-undecided", (await world.DrawUp()).Refusal!.Code);
        Assert.Equal(15 * 5000L, (await portal.The<BalanceList>().For(new(), world.Finance, default))!.Rows.Single().UndecidedFen);
        await world.Decide(order, "oem");

        Assert.Equal(15 * 5000L, (await world.Sheet(await world.Drawn())).Fen);
    }

    [Fact]
    public async Task A_period_that_is_not_over_and_whoever_is_not_finance_are_refused()
    {
        await using var portal = await Portal.Start("2026-03-02 08:00");
        var world = await SettleWorld.On(portal);
        await world.Late();
        await world.Earn("2026-03-31 00:05");

        Assert.Equal("settlement.period-not-over", (await world.DrawUp()).Refusal!.Code);
        Assert.Null((await world.DrawUp(new(2026, 3, 30))).Refusal);
        foreach (var person in new[] { world.Owner, world.Agent, world.North, world.Director })
            Assert.Equal(Refusal.NotAllowed, (await portal.The<DrawUpBatch>().Run(new(Guid.CreateVersion7(), world.Dealer.Id, new(2026, 3, 30)), person, default)).Refusal);
    }

    [Fact]
    public async Task Nobody_pays_before_the_last_consent_nor_on_a_day_before_it_and_the_chain_is_the_packs()
    {
        await using var portal = await Portal.Start("2026-03-02 08:00");
        var world = await SettleWorld.On(portal);
        await world.Late();
        await world.Earn("2026-04-03 00:05");
        var batch = await world.Drawn();

        Assert.Equal([Role.AfterSalesSupervisor, Role.RegionalManager, Role.MarketingDirector], (await world.Question(batch)).Consents.OrderBy(link => link.Place).Select(link => link.Role));
        Assert.Equal("settlement.not-approved", (await world.Pay(batch)).Refusal!.Code);
        await world.Approve(batch);
        Assert.Equal("settlement.reference-missing", (await world.Pay(batch, " ")).Refusal!.Code);
        foreach (var day in new[] { new LocalDate(2026, 4, 2), new LocalDate(2026, 4, 4) })
            Assert.Equal("settlement.paid-on-wrong", (await portal.The<PayBatch>().Run(new(batch, "X", day), world.Finance, default)).Refusal!.Code);
        Assert.Equal(Refusal.NotAllowed, (await portal.The<PayBatch>().Run(new(batch, "X", new(2026, 4, 3)), world.Director, default)).Refusal);
        SettleWorld.Done(await world.Pay(batch));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_refused_or_withdrawn_sets_its_lines_free(bool isWithdrawn)
    {
        await using var portal = await Portal.Start("2026-03-02 08:00");
        var world = await SettleWorld.On(portal);
        await world.Late();
        await world.Earn("2026-04-03 00:05");
        var batch = await world.Drawn();
        var asked = await world.Question(batch);

        if (isWithdrawn)
        {
            Assert.Equal("settlement.reason-missing", (await portal.The<WithdrawBatch>().Run(new(batch, ""), world.Finance, default)).Refusal!.Code);
            SettleWorld.Done(await portal.The<WithdrawBatch>().Run(new(batch, "漏了一单"), world.Finance, default));
            Assert.Equal("approval.settled", (await portal.The<Decide>().Run(new(asked.Id, 1, asked.ShownHash, true), world.Supervisor, default)).Refusal!.Code);
        }
        else SettleWorld.Done(await portal.The<Decide>().Run(new(asked.Id, 1, asked.ShownHash, false, "先核对"), world.Supervisor, default));

        Assert.Equal(isWithdrawn ? BatchState.Withdrawn : BatchState.Refused, (await world.Sheet(batch)).State);
        Assert.Equal(15, (await world.Sheet(batch)).Lines.Count);
        Assert.Null(await portal.The<BatchSheet>().For(batch, world.Owner, default));
        Assert.Equal(15 * 5000L, (await world.Sheet(await world.Drawn())).Fen);
        await world.NothingIsSettledTwice();
        Assert.Equal("settlement.not-approved", (await world.Pay(batch)).Refusal!.Code);
    }

    [Fact]
    public async Task A_doubt_opens_a_case_in_the_same_save_and_once_for_each_line()
    {
        await using var portal = await Portal.Start("2026-03-02 08:00");
        var world = await SettleWorld.On(portal);
        var order = await world.Late();
        await world.Earn("2026-04-03 00:05");
        var batch = await world.Drawn();
        var entry = (await world.Sheet(batch)).Lines[0].EntryId;
        var ask = new QuestionLine.Request(Guid.CreateVersion7(), batch, entry, "3月17日 ¥50.00", "这天已经发货");
        Assert.Equal(Refusal.NotFound, (await portal.The<QuestionLine>().Run(ask, world.Owner, default)).Refusal);
        await world.Approve(batch);

        Assert.Equal("statement.question-missing", (await portal.The<QuestionLine>().Run(ask with { Text = " " }, world.Owner, default)).Refusal!.Code);
        Assert.Equal(ask.CaseId, (await portal.The<QuestionLine>().Run(ask, world.Owner, default)).Value);
        Assert.Equal(ask.CaseId, (await portal.The<QuestionLine>().Run(ask, world.Owner, default)).Value);

        var one = await portal.Db(db => db.Complaints.AsSplitQuery().SingleAsync());
        Assert.Equal((order, CaseSource.Dealer, "3月17日 ¥50.00\n这天已经发货"), (one.OrderId, one.Source, one.Description));
        Assert.Equal(new StatementLine.Link(one.Id, one.Number), (await world.Sheet(batch)).Lines[0].Question);
        Assert.Equal("statement.line-questioned", (await portal.The<QuestionLine>().Run(ask with { CaseId = Guid.CreateVersion7() }, world.Owner, default)).Refusal!.Code);
        Assert.Equal(1, await portal.Db(db => db.Notices.CountAsync(notice => notice.UserId == world.Finance.UserId && notice.Kind == NoticeKind.LineQuestioned)));
        SettleWorld.Done(await world.Pay(batch));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_batch_for_a_line_and_any_change_of_what_is_paid()
    {
        await using var portal = await Portal.Start("2026-03-02 08:00");
        var world = await SettleWorld.On(portal);
        await world.Late();
        await world.Earn("2026-04-03 00:05");
        await world.Paid();

        foreach (var change in new[] { "UPDATE \"Batches\" SET \"Fen\" = 1", "DELETE FROM \"Batches\"", "DELETE FROM \"BatchLines\"", "UPDATE \"BatchLines\" SET \"ReleasedAt\" = 1" })
            await Assert.ThrowsAnyAsync<Exception>(() => portal.Db(db => db.Database.ExecuteSqlRawAsync(change)));
        await Assert.ThrowsAsync<DbUpdateException>(() => portal.Db(async db =>
        {
            db.BatchLines.Add(new(await db.Batches.Select(batch => batch.Id).SingleAsync(), await db.Ledger.Where(entry => !db.BatchLines.Any(line => line.EntryId == entry.Id)).Select(entry => entry.Id).FirstAsync()));
            db.BatchLines.Add(new(await db.Batches.Select(batch => batch.Id).SingleAsync(), await db.BatchLines.Select(line => line.EntryId).FirstAsync()));
            return 0;
        }));
    }

    private static LocalDate LateDay(string text) => new(2026, int.Parse(text[..2], null), int.Parse(text[3..], null));
}
