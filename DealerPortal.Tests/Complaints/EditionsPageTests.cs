using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace DealerPortal.Tests.Complaints;

/// <summary>A portal whose regulation has two editions, of which the first lets clocks stand still.</summary>
public sealed class TwoEditionsHost : PortalHost
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Portal:Pack", PausingPacks.Pack);
        builder.UseSetting("Portal:PacksFolder", PausingPacks.Folder(
            ("2026-01", clocks => clocks.Replace("pauses: []", "pauses: [photos, goods]", StringComparison.Ordinal), "2026-01-01"),
            ("2026-02", clocks => clocks[..clocks.IndexOf("examples:", StringComparison.Ordinal)].Replace("working-days: 4", "working-days: 6", StringComparison.Ordinal)
                + "examples:\n  - { clock: plan, from: 2026-03-02 09:00, due: 2026-03-10 17:30 }\n", "2026-03-15")));
    }
}

[Collection(Browsers)]
public sealed class EditionsPageTests(TwoEditionsHost host) : BrowserTests(host)
{
    private const string Browsers = "two editions";

    [CollectionDefinition(Browsers)]
    public sealed class All : ICollectionFixture<TwoEditionsHost>;

    [Theory]
    [InlineData(Screen.Chinese)]
    [InlineData(Screen.English)]
    public async Task A_supervisor_sees_where_each_clock_would_end_confirms_and_finds_it_in_the_record(string language)
    {
        var (isEnglish, ids) = (language == Screen.English, await Lay(2));
        var visit = await Visit(await Host.Person("孙主管", (Role.AfterSalesSupervisor, null)), isEnglish ? Screen.Phone : Screen.Desktop, language);
        await visit.Go("/cases/editions?from=2026-01&to=2026-02");

        var row = visit.Page.Locator($"[data-case='{ids[0]}']");
        await Expect(row).ToContainTextAsync(isEnglish ? "Fri 6 Mar 17:30" : "3月6日 周五 17:30");
        await Expect(row).ToContainTextAsync(isEnglish ? "Tue 10 Mar 17:30" : "3月10日 周二 17:30");
        await visit.IsAccessible();
        await visit.Shot("editions");
        await row.Locator("input[type=checkbox]").CheckAsync();
        await visit.Button("editions.do", Fact.Number(1)).ClickAsync();
        Assert.Equal("2026-01", await EditionOf(ids[0]));
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog).GetByRole(Microsoft.Playwright.AriaRole.Button).Last.ClickAsync();

        await Expect(row).ToHaveCountAsync(0);
        Assert.Equal(("2026-02", "2026-01"), (await EditionOf(ids[0]), await EditionOf(ids[1])));
        await visit.Go($"/cases/{ids[0]}");
        await visit.Says("happening.CaseTakenOver", Fact.Of(await Host.Db(db => db.Complaints.Where(one => one.Id == ids[0]).Select(one => one.Number).SingleAsync())), Fact.Of("2026-01"), Fact.Of("2026-02"));
    }

    [Fact]
    public async Task Beyond_the_page_everything_on_the_edition_is_chosen_counted_and_moved()
    {
        var ids = await Lay(EditionBoard.PageSize + 2);
        var visit = await Visit(await Host.Person("孙主管", (Role.AfterSalesSupervisor, null)), Screen.Phone);
        await visit.Go("/cases/editions?from=2026-01&to=2026-02");
        await visit.Button("editions.all-found").ClickAsync();
        var all = await Host.Db(db => db.Complaints.CountAsync(one => one.IsOpen && one.Edition == "2026-01"));
        await visit.Says("editions.all-sum", Fact.Number(all));
        await visit.IsAccessible();
        await visit.Shot("editions-all");
        await visit.Button("editions.all-do", Fact.Number(all), Fact.Of("2026-02")).ClickAsync();
        Assert.Equal("2026-01", await EditionOf(ids[^1]));
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog).Last.GetByRole(Microsoft.Playwright.AriaRole.Button).Last.ClickAsync();

        await visit.Says("editions.none");
        Assert.All(await Task.WhenAll(ids.Select(EditionOf)), edition => Assert.Equal("2026-02", edition));
    }

    [Fact]
    public async Task A_clock_is_stopped_and_let_go_on_and_the_receipt_says_by_whom_and_why()
    {
        var id = (await Lay(1))[0];
        var visit = await Visit(await Host.Person("小李", (Role.AfterSalesAgent, null)));
        await visit.Go($"/cases/{id}");
        await visit.Button("verb.Claim").ClickAsync();
        await visit.Take("strip.more", "verb.Pause");
        await visit.Choose(visit.Select("case.pause-reason"), visit.Word("pause.goods"));
        await visit.IsAccessible();
        await visit.Button("verb.Pause").ClickAsync();
        await visit.Says("verb.Resume");
        await Expect(visit.Button("verb.Resume")).ToBeVisibleAsync();
        await visit.Page.Locator(".why-not > summary").ClickAsync();
        await visit.Says("refusal.case.paused-already");

        Host.Clock.Advance(NodaTime.Duration.FromMinutes(5));
        var clock = (await Host.Db(db => db.Complaints.SingleAsync(one => one.Id == id))).Clocks.Single().Id;
        await visit.Go($"/cases/{id}/clocks/{clock}");
        await visit.Sees("等货物寄回（小李）");
        await visit.Shot("receipt-paused");
        await visit.Go($"/cases/{id}");
        await visit.Button("verb.Resume").ClickAsync();
        await Expect(visit.Button("verb.JudgeFounded")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_does_not_take_care_of_cases_finds_no_such_page()
    {
        var visit = await Visit(await Host.Person("客服", (Role.AfterSalesAgent, null)));
        await visit.Go("/cases/editions");
        await Expect(visit.Page.Locator(".state.refused")).ToHaveCountAsync(1);
    }

    private Task<string> EditionOf(Guid id) => Host.Db(db => db.Complaints.Where(one => one.Id == id).Select(one => one.Edition).SingleAsync());

    private async Task<List<Guid>> Lay(int count)
    {
        var dealer = await Host.Dealer("D-" + Guid.NewGuid().ToString("N")[..6]);
        var agent = await Host.Person("录入", (Role.AfterSalesAgent, null));
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++)
            ids.Add((await Host.The<FileComplaint>().Run(new(Guid.CreateVersion7(), dealer.Id, new() { Source = CaseSource.Hotline, Family = "gate", Category = "1-1.4", Description = "焊点过大" }), agent, default)).Value);
        return ids;
    }
}
