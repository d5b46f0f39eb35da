using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Compensation;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Compensation;

/// <summary>Excused spans from the form to the ledger, causes that change, and the nightly check that finds what does not fit.</summary>
public sealed class SpanTests
{
    [Fact]
    public async Task A_span_counts_only_when_everybody_consented_and_then_takes_back_what_its_preview_said()
    {
        await using var world = await LateWorld.Begin();
        var order = await world.Confirmed("03-02 09:00", ("gate", null, 2));
        await world.Earn("03-20 09:00");
        var (agent, supervisor, director) = (await world.Person(Role.AfterSalesAgent), await world.Person(Role.AfterSalesSupervisor), await world.Person(Role.OperationsDirector));
        var request = new RecordSpan.Request(Guid.CreateVersion7(), ExcuseScope.Region, null, "north", null, "blizzard", LateWorld.Date("03-18"), LateWorld.Date("03-19"), "暴雪封路", "气象台 12 号");

        var preview = await world.Portal.The<SpanPreview>().For(request, agent, default);
        Assert.Equal((1, 2, 10_000L), (preview.Orders, preview.Dates, preview.Fen));
        for (var twice = 0; twice < 2; twice++) Assert.Null((await world.Portal.The<RecordSpan>().Run(request, agent, default)).Refusal);
        await Consent(world, supervisor);
        await world.Portal.The<EarnLateDays>().ReviseAsOf(world.Portal.Clock.Now, default);
        Assert.Equal(200, await world.Yuan(order));

        await Consent(world, director);
        await world.Portal.The<EarnLateDays>().ReviseAsOf(world.Portal.Clock.Now, default);

        Assert.Equal(["03-17", "03-20"], await world.Dates(order));
        Assert.Equal(100, await world.Yuan(order));
        Assert.Equal(0, (await world.Portal.The<EarnLateDays>().ReviseAsOf(world.Portal.Clock.Now, default)).Looked);
    }

    [Fact]
    public async Task A_span_that_covers_the_promised_date_itself_moves_nothing_and_excuses_only_its_own_dates()
    {
        await using var world = await LateWorld.Begin();
        var order = await world.Confirmed("03-02 09:00", ("gate", null, 2));
        await world.Excused("03-15", "03-18", "dealer-request", order: order);

        await world.Earn("03-20 00:05");

        Assert.Equal(["03-19", "03-20"], await world.Dates(order));
    }

    [Fact]
    public async Task A_form_says_what_is_missing_and_dealers_cannot_send_it()
    {
        await using var world = await LateWorld.Begin();
        var (agent, dealer) = (await world.Person(Role.AfterSalesAgent), await world.Person(Role.DealerOwner, dealer: world.DealerId));
        var good = new RecordSpan.Request(Guid.CreateVersion7(), ExcuseScope.Region, null, "north", null, "gale", LateWorld.Date("03-18"), LateWorld.Date("03-19"), "大风", "预警 3 号");

        Assert.Equal("not-allowed", await Code(good, dealer));
        Assert.Equal("span.region-missing", await Code(good with { Region = "" }, agent));
        Assert.Equal("span.order-unknown", await Code(good with { Scope = ExcuseScope.Order, OrderNumber = "SO-none" }, agent));
        Assert.Equal("span.carrier-unknown", await Code(good with { Scope = ExcuseScope.Carrier, Carrier = "无名" }, agent));
        Assert.Equal("span.ends-before", await Code(good with { Last = LateWorld.Date("03-17") }, agent));
        Assert.Equal("span.documents-missing", await Code(good with { Documents = " " }, agent));
        Assert.Equal("span.reason-missing", await Code(good with { Reason = "rain" }, agent));
        Assert.Empty(await world.Portal.Db(db => db.ExcusedSpans.ToListAsync()));

        async Task<string> Code(RecordSpan.Request request, Actor actor) => (await world.Portal.The<RecordSpan>().Run(request, actor, default)).Refusal!.Code;
    }

    [Fact]
    public async Task A_cause_that_is_not_the_company_s_takes_everything_back_and_another_word_gives_it_anew()
    {
        await using var world = await LateWorld.Begin();
        var order = await world.Confirmed("03-02 09:00", ("gate", null, 2));
        await world.Earn("03-19 00:05");
        var (agent, decide) = (await world.Person(Role.AfterSalesAgent), world.Portal.The<DecideCause>());

        Assert.Null((await decide.Run(new(order, "production", "一厂", null), agent, default)).Refusal);
        await world.Earn();
        Assert.Equal((150, 3), (await world.Yuan(order), (await world.Ledger(order)).Count));
        Assert.Equal("late.change-needs-reason", (await decide.Run(new(order, "dealer", null, " "), agent, default)).Refusal!.Code);
        Assert.Null((await decide.Run(new(order, "dealer", null, "经销商改图"), agent, default)).Refusal);
        await world.Earn();
        Assert.Equal((0, 6), (await world.Yuan(order), (await world.Ledger(order)).Count));
        Assert.Null((await decide.Run(new(order, "oem", null, "查实为二厂"), agent, default)).Refusal);
        await world.Earn();

        Assert.Equal((150, 9), (await world.Yuan(order), (await world.Ledger(order)).Count));
        Assert.Equal(0, (await world.Portal.The<CheckLedger>().RunAsOf(world.Portal.Clock.Now, default)).Failed);
    }

    [Fact]
    public async Task The_nightly_check_names_an_order_whose_ledger_is_not_what_its_facts_say()
    {
        await using var world = await LateWorld.Begin();
        await world.Confirmed("03-02 09:00", ("gate", null, 2));
        var wrong = await world.Confirmed("03-02 09:00", ("gate", null, 2));
        await world.Earn("03-20 00:05");
        Assert.Equal((2, 0), await Checked());

        // A span that nobody spread: the facts moved and the ledger did not.
        await world.Excused("03-18", "03-18", order: wrong);
        Assert.Equal((2, 1), await Checked());

        await world.Earn();
        Assert.Equal((2, 0), await Checked());

        async Task<(int, int)> Checked() => await world.Portal.The<CheckLedger>().RunAsOf(world.Portal.Clock.Now, default) is var count ? (count.Looked, count.Failed) : default;
    }

    [Fact]
    public async Task Boards_and_sheets_show_each_dealer_his_own_and_count_without_a_sweep()
    {
        await using var world = await LateWorld.Begin();
        var order = await world.Confirmed("03-02 09:00", ("gate", null, 2));
        var (dealer, stranger, manager) = (await world.Person(Role.DealerOwner, dealer: world.DealerId), await world.Person(Role.DealerOwner, dealer: await world.Dealer("D9", "south")), await world.Person(Role.RegionalManager, "south"));
        world.Portal.Clock.Now = Shanghai.At("03-19 00:00");

        var sheet = (await world.Portal.The<LateSheet>().For(order, dealer, default))!;
        var row = Assert.Single((await world.Portal.The<LateBoard>().For(new(), dealer, default)).Rows);

        Assert.Equal((15_000L, 3), (sheet.Fen, sheet.Days.Count));
        Assert.Equal((15_000L, 3), (row.Pay!.Value, row.DaysLate));
        Assert.Null(await world.Portal.The<LateSheet>().For(order, stranger, default));
        Assert.Empty((await world.Portal.The<LateBoard>().For(new(LateBoard.Which.All), stranger, default)).Rows);
        Assert.Empty((await world.Portal.The<LateBoard>().For(new(LateBoard.Which.All), manager, default)).Rows);
    }

    private static async Task Consent(LateWorld world, Actor who)
    {
        var item = Assert.Single((await world.Portal.The<MyApprovals>().For(who, default)).Waiting);
        Assert.Null((await world.Portal.The<Decide>().Run(new(item.Id, item.Place!.Value, item.ShownHash, Consents: true), who, default)).Refusal);
    }
}
