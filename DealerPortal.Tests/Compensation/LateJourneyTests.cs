using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Promises;
using DealerPortal.Tests.Evidence;
using DealerPortal.Tests.Support;
using DealerPortal.Tests.TimeMachine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DealerPortal.Tests.Compensation;

/// <summary>One story from two orders to a payment: a later date agreed on a phone, days that pass with the time machine, a blizzard recorded late, and the statement of what is left.</summary>
public sealed class LateJourneyTests(TravelHost host) : BrowserTests(host), IClassFixture<TravelHost>
{
    private Dealer dealer = default!;
    private Guid large, late;
    private Visit phone = default!, desk = default!, clock = default!, agent = default!, supervisor = default!;

    [Fact]
    public async Task A_large_order_and_a_late_one_from_the_agreed_date_over_a_blizzard_to_a_statement_that_is_questioned_and_paid()
    {
        dealer = await Host.Dealer("L-" + Guid.NewGuid().ToString("N")[..6]);
        (large, late) = (await Ordered(8, isConfirmed: false), await Ordered(2, isConfirmed: true));
        phone = await Visit(await Host.DealerOwner(dealer), Screen.Phone);
        clock = await Visit(await Host.Person("张华", (Role.Administrator, null)));
        agent = await Visit(await Host.Person("小李", (Role.AfterSalesAgent, null)));
        supervisor = await Visit(await Host.Person("王主管", (Role.AfterSalesSupervisor, null)));

        await AgreeOnADate();
        await DaysPass();
        await ABlizzardIsRecordedLate();
        await AStatementIsDrawnUp();
        await ItIsQuestionedAndPaid();
    }

    private async Task AgreeOnADate()
    {
        desk = await Visit(await Host.Person("跟单员", (Role.OrderFollowUp, null)));
        await phone.Go($"/orders/{large}");
        await phone.Says("promise.not-yet");
        await desk.Go($"/orders/{large}");
        await desk.Input("approved-at").FillAsync("2026-03-02T08:00");
        await desk.Input("deposit-at").FillAsync("2026-03-02T08:30");
        await desk.Button("promise.confirm").ClickAsync();
        await phone.Says("promise.confirmed-at");
        await desk.Input("date").FillAsync("2026-04-30");
        await desk.Field("date.reason").FillAsync("数量较大，排产需要两周");
        await desk.Button("date.propose").ClickAsync();
        await phone.Sees("排产需要两周");
        await phone.IsAccessible();
        await phone.Shot("journey-proposal");
        await phone.Button("date.agree").ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".chip.good").Filter(new() { HasText = desk.Word("approvals.consent") })).ToBeVisibleAsync();
        await desk.IsAccessible();
        await phone.Says("promise.by", Fact.On(new(2026, 4, 30)));
    }

    // Nobody turns a page: the dealer's list follows the clock, and the jobs that were due have run.
    private async Task DaysPass()
    {
        await phone.Go("/orders");
        await phone.Says("promise.by", Fact.On(new(2026, 3, 16)));
        await phone.IsAccessible();
        await clock.Go("/time-machine");
        await clock.IsAccessible();
        await Travel("2026-03-16T20:00");
        for (var day = 1; day <= 4; day++)
        {
            await clock.Page.Locator("button[value=morning]").ClickAsync();
            await phone.Says("late.days", Fact.Number(day));
        }
        await phone.Sees("¥200.00");
        await phone.IsAccessible();
        await phone.Shot("journey-orders");
        await phone.Go($"/orders/{late}");
        await phone.Says("late.ledger", Fact.Number(4), Fact.Fen(200_00));
        await phone.IsAccessible();
    }

    private async Task ABlizzardIsRecordedLate()
    {
        await agent.Go($"/orders/{late}");
        await agent.Field("late-cause.production").CheckAsync();
        await agent.Page.GetByRole(AriaRole.Textbox, new() { Name = agent.Word("late.plant") }).FillAsync("一厂");
        await agent.Button("late.cause-do").ClickAsync();
        await phone.Says("late.cause-is", Fact.Word("late-cause.production"));
        await agent.Go("/late/excused");
        await agent.Button("spans.new").ClickAsync();
        await agent.Choose(agent.Select("dealers.region"), agent.Word("region.north"));
        await agent.Choose(agent.Select("spans.reason"), agent.Word("excuse.blizzard"));
        await agent.Input("first").FillAsync("2026-03-18");
        await agent.Input("last").FillAsync("2026-03-19");
        await agent.Field("spans.description").FillAsync("华北暴雪，高速封闭");
        await agent.Page.Locator(".photo-adding input[multiple]").SetInputFilesAsync(new FilePayload { Name = "warning.jpg", MimeType = "image/jpeg", Buffer = Pictures.Nikon });
        await Assertions.Expect(agent.Page.Locator(".photo[data-state=sent]")).ToHaveCountAsync(1);
        await agent.Says("spans.takes-back", Fact.Number(1), Fact.Number(2), Fact.Fen(100_00));
        await agent.IsAccessible();
        await agent.Shot("journey-span");
        await agent.Button("spans.send").ClickAsync();
        await agent.Says("spans.sent");
        await Consent(supervisor);
        var director = await Visit(await Host.Person("朱明", (Role.OperationsDirector, null)), Screen.Phone);
        await Consent(director);
        await director.Go("/late/excused");
        await director.Button("spans.show-photos", Fact.Number(1)).ClickAsync();
        await Assertions.Expect(director.Page.Locator(".photo img")).ToHaveCountAsync(1);
        await director.IsAccessible();
        await director.Shot("journey-documents");

        await clock.Page.Locator("button[value=hour]").ClickAsync();
        await phone.Says("late.ledger", Fact.Number(6), Fact.Fen(100_00));
        await phone.Sees("暴雪免责");
        await phone.Shot("journey-order");
    }

    private async Task AStatementIsDrawnUp()
    {
        await Travel("2026-04-03T09:00");
        desk = await Visit(await Host.Person("许静", (Role.Finance, null)));
        await desk.Go($"/settlement?text={dealer.Code}");
        await desk.Sees("¥650.00");
        await desk.IsAccessible();
        await desk.Page.Locator("td.act a").ClickAsync();
        await desk.Says("settlement.sum");
        await desk.IsAccessible();
        await desk.Button("settlement.draw-up").ClickAsync();
        await desk.Says("batch-state.Asked");
        await Consent(supervisor);
        foreach (var (name, role, region) in new[] { ("北区经理", Role.RegionalManager, "north"), ("秦岚", Role.MarketingDirector, default(string)) })
            await Consent(await Visit(await Host.Person(name, (role, region)), Screen.Phone));
        await desk.Says("batch-state.Approved");
    }

    private async Task ItIsQuestionedAndPaid()
    {
        await phone.Go("/statements");
        await phone.Page.Locator("[data-test=batch]").First.ClickAsync();
        await phone.Settled();
        await phone.IsAccessible();
        await phone.Button("statement.question").First.ClickAsync();
        await phone.Field("statement.question-words").FillAsync("这天货已经在货场");
        await phone.Button("statement.question-do").ClickAsync();
        await desk.Says("statement.questioned");
        var books = await Visit(await Host.Person("出纳", (Role.Finance, null)));
        await books.Go("/settlement");
        await books.Says("settlement.year-paid", Fact.Fen(0));
        await desk.Field("statement.reference").FillAsync("ICBC-20260403-77");
        await desk.Button("settlement.pay-do").ClickAsync();
        await phone.Sees("ICBC-20260403-77");
        await phone.Shot("journey-statement");
        await books.Says("settlement.year-paid", Fact.Fen(650_00));
        await books.IsAccessible();
        await phone.Text("statement.questioned").First.ClickAsync();
        await phone.Sees("这天货已经在货场");
        Assert.Equal((15_000, 1), await Host.Db(async db => (await db.Ledger.SumAsync(entry => entry.Fen), await db.Complaints.CountAsync())));
    }

    private async Task Travel(string to)
    {
        await clock.Page.Locator("#clock-at").FillAsync(to);
        await clock.Button("clock.go").ClickAsync();
        await clock.Settled();
    }

    private static async Task Consent(Visit who)
    {
        await who.Go("/approvals");
        await who.Page.GetByRole(AriaRole.Button, new() { Name = who.Word("approvals.consent"), Exact = true }).First.ClickAsync();
        await who.Says("approvals.none");
    }

    private async Task<Guid> Ordered(int gates, bool isConfirmed)
    {
        var at = Shanghai.At("2026-03-02 08:00");
        var order = new Order(Guid.CreateVersion7(), $"O-{dealer.Code}-{gates}", new(dealer.Id, new(2026, 3, 1), [new(1, "gate", "2050×960 左内开", "古铜", gates)], isConfirmed ? at : null, isConfirmed ? at : null));
        await Host.Db(db =>
        {
            db.Orders.Add(order);
            Promising.Keep(db, order, null, Host.The<PolicyBook>(), Host.Clock.Now);
            return Task.FromResult(0);
        });
        return order.Id;
    }
}
