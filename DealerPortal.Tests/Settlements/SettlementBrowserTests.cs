using DealerPortal.Domain;
using DealerPortal.Domain.Settlements;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DealerPortal.Tests.Settlements;

/// <summary>A statement at four desks and on the dealer's phone, from the drawing up to the payment.</summary>
public sealed class SettlementBrowserTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Fact]
    public async Task Drawn_up_by_finance_approved_doubted_on_the_dealers_phone_and_paid()
    {
        Host.Clock.Now = Shanghai.At("2026-03-02 08:00");
        var world = await SettleWorld.On(Host);
        await world.Late();
        await world.Earn("2026-04-03 09:00");
        var finance = await Visit(world.Finance);
        var owner = await Visit(world.Owner, Screen.Phone);
        var supervisor = await Visit(world.Supervisor, Screen.Phone);

        await finance.Go($"/settlement?text={world.Dealer.Code}");
        await finance.Sees("¥750.00");
        await finance.IsAccessible();
        await finance.Shot("settlement");
        await finance.Page.Locator("td.act a").ClickAsync();
        await finance.Says("settlement.sum");
        await finance.IsAccessible();
        await finance.Shot("draw-up");
        await finance.Button("settlement.draw-up").ClickAsync();
        await finance.Says("batch-state.Asked");
        var batch = await Host.Db(db => db.Batches.Where(batch => batch.DealerId == world.Dealer.Id).Select(batch => batch.Id).SingleAsync());

        await owner.Go("/statements");
        await owner.Says("statements.none");
        await supervisor.Go("/approvals");
        await supervisor.Page.Locator("article", new() { HasText = world.Dealer.Name }).GetByRole(AriaRole.Button, new() { Name = supervisor.Word("approvals.consent") }).ClickAsync();
        await finance.Says("approval.verdict.Granted");
        var asked = await world.Question(batch);
        foreach (var (person, place) in new[] { (world.North, 2), (world.Director, 3) })
            SettleWorld.Done(await Host.The<Domain.Approvals.Decide>().Run(new(asked.Id, place, asked.ShownHash, true), person, default));

        await owner.Says("batch-state.Approved");
        await owner.IsAccessible();
        await owner.Shot("statements");
        await owner.Page.Locator("[data-test=batch]").First.ClickAsync();
        await owner.Settled();
        await owner.Button("statement.question").First.ClickAsync();
        await owner.Field("statement.question-words").FillAsync("这天已经发货");
        await owner.Field("statement.question-words").BlurAsync();
        await owner.IsAccessible();
        await owner.Shot("question");
        await owner.Button("statement.question-do").ClickAsync();
        await owner.Says("statement.questioned");
        await finance.Says("statement.questioned");

        await finance.Button("settlement.pay-do").ClickAsync();
        await finance.Says("refusal.settlement.reference-missing");
        await finance.Field("statement.reference").FillAsync("ICBC-20260403-77");
        await finance.Field("statement.reference").BlurAsync();
        await finance.Button("settlement.pay-do").ClickAsync();
        await owner.Sees("ICBC-20260403-77");
        await finance.IsAccessible();
        await finance.Shot("paid");
        Assert.Equal(150, await world.Balance());
        Assert.Equal(BatchState.Paid, await Host.Db(db => db.Batches.Where(one => one.Id == batch).Select(one => one.State).SingleAsync()));
    }

    [Fact]
    public async Task A_cause_changed_after_the_payment_is_seen_as_reversals_in_the_next_statement_and_leaves_the_paid_one_as_it_was()
    {
        Host.Clock.Now = Shanghai.At("2026-03-02 08:00");
        var world = await SettleWorld.On(Host);
        var (first, _) = (await world.Late(), await world.Late("2026-03-12 09:00"));
        await world.Shipped(first, "2026-03-18 10:00");
        await world.Earn("2026-04-01 00:05");
        var paid = await world.Paid();
        var owner = await Visit(world.Owner, Screen.Phone);
        var (agent, finance) = (await Visit(world.Agent), await Visit(world.Finance));
        await finance.Go($"/statements/{paid}");
        await finance.Sees("¥350.00");

        await agent.Go($"/orders/{first}");
        await agent.Page.GetByRole(AriaRole.Radio, new() { Name = agent.Word("late-cause.dealer") }).CheckAsync();
        await agent.Field("late.cause-note").FillAsync("经销商改过图纸");
        await agent.Button("late.cause-do").ClickAsync();
        await agent.Says("late.cause-is", Fact.Word("late-cause.dealer"));
        await world.Earn("2026-05-01 00:05");
        await agent.Says("late.ledger", Fact.Number(4), Fact.Fen(0));
        await agent.Shot("changed-cause");

        await finance.Go($"/settlement?text={world.Dealer.Code}");
        await finance.Sees("¥1,400.00");
        await finance.Sees("¥1,450.00");
        var next = await world.Drawn(new(2026, 4, 30));
        await world.Approve(next);
        await owner.Go($"/statements/{next}");
        await owner.Link("statement.show-lines", Fact.Number(2)).ClickAsync();
        await owner.Says("statement.corrects", Fact.Of((await world.Sheet(paid)).Number));
        await owner.Sees("¥1,400.00");
        await owner.IsAccessible();
        await owner.Shot("reversals");
        await owner.Go($"/statements/{paid}");
        await owner.Sees("¥350.00");
        Assert.Equal(0, await owner.Page.GetByText(owner.Word("statement.reversed"), new() { Exact = true }).CountAsync());
        Assert.Equal(1450, await world.Balance());
    }

    [Theory]
    [InlineData(Screen.Chinese)]
    [InlineData(Screen.English)]
    public async Task Its_pages_are_accessible_on_a_phone_and_on_paper_and_the_file_is_the_dealers_alone(string language)
    {
        Host.Clock.Now = Shanghai.At("2026-03-02 08:00");
        var world = await SettleWorld.On(Host);
        var first = await world.Late();
        await world.Late("2026-03-12 09:00");
        await world.Shipped(first, "2026-03-18 10:00");
        await world.Earn("2026-04-03 09:00");
        await world.Paid();
        await world.Decide(first, "dealer");
        await world.Earn("2026-05-03 09:00");
        var batch = await world.Drawn(new(2026, 4, 30));
        await world.Approve(batch);
        var finance = await Visit(world.Finance, language: language);
        var owner = await Visit(world.Owner, Screen.Phone, language);
        foreach (var (visit, address, name) in new[] { (finance, "/settlement?state=Approved", "to-pay"), (finance, $"/statements/{batch}", "desk-statement"), (owner, $"/statements/{batch}", "owner-statement"), (owner, $"/statements/{batch}/print", "print") })
        {
            await visit.Go(address);
            await visit.IsAccessible();
            await visit.Shot(name);
        }

        var file = await owner.Page.APIRequest.GetAsync($"{owner.Url}/statements/{batch}/statement.xlsx");
        Assert.Equal(200, file.Status);
        using var page = new SheetReader(await file.BodyAsync());
        Assert.Contains(world.Dealer.Code, page.Text(2, 1), StringComparison.Ordinal);
        var stranger = await Visit(await Host.DealerOwner(await Host.Dealer("D-" + Guid.NewGuid().ToString("N")[..6])), Screen.Phone, language);
        Offences.None([.. finance.Faults, .. owner.Faults, .. Host.Faults.Take()]);
        // A browser complains of every 404.
        ExpectFaults();
        Assert.Equal(404, (await stranger.Page.APIRequest.GetAsync($"{owner.Url}/statements/{batch}/statement.xlsx")).Status);
        foreach (var address in new[] { $"/statements/{batch}", $"/statements/{batch}/print", $"/settlement/dealers/{world.Dealer.Id}", "/settlement" })
        {
            await stranger.Go(address);
            Assert.True(await stranger.Page.Locator("main .state.refused").IsVisibleAsync(), address);
        }
    }
}
