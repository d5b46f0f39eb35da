using System.Net;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Tests.Support;
using DealerPortal.Web.TimeMachine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace DealerPortal.Tests.Jobs;

[Collection(LiveBrowsers.Name)]
public sealed class JobsPageTests(LiveHost host) : BrowserTests(host)
{
    [Theory]
    [InlineData(Screen.Chinese)]
    [InlineData(Screen.English)]
    public async Task An_administrator_runs_a_job_and_sees_what_came_of_it_without_reloading(string language)
    {
        var administrator = await Host.Person("张华", (Role.Administrator, null));
        var visit = await Visit(administrator, Screen.For(language), language);
        await visit.Go("/jobs");
        var job = visit.Word("job.tidy-up");
        var said = visit.Page.Locator("p[role=status]");

        await Row(visit, job).GetByRole(AriaRole.Button, new() { Name = visit.Word("job.run-now") }).ClickAsync();

        await Expect(said).ToContainTextAsync(job);
        await Expect(Row(visit, job).Locator(".chip.good")).ToBeVisibleAsync();
        await visit.IsAccessible();
        await visit.Shot("jobs");

        await Row(visit, job).GetByRole(AriaRole.Link, new() { Name = job }).ClickAsync();
        await visit.Sees("张华");
        await visit.IsAccessible();
        await visit.Shot("job");
    }

    [Fact]
    public async Task An_auditor_looks_and_a_dealer_finds_no_such_page()
    {
        var auditor = await Visit(await Host.Person("孔正", (Role.Auditor, null)));
        await auditor.Go("/jobs");
        await auditor.Says("job.tidy-up");
        foreach (var act in new[] { "job.run-now", "job.pause", "job.resume" }) await Expect(auditor.Button(act)).ToHaveCountAsync(0);

        var dealer = await Visit(await Host.DealerOwner(await Host.Dealer("D-JOBS")));
        foreach (var address in new[] { "/jobs", "/jobs/tidy-up" })
        {
            await dealer.Go(address);
            await dealer.Says("not-here.title");
        }
    }

    [Fact]
    public async Task An_administrator_pauses_a_job_and_lets_it_run_again_and_the_history_says_who()
    {
        var administrator = await Host.Person("张华", (Role.Administrator, null));
        var visit = await Visit(administrator, Screen.Phone);
        await visit.Go("/jobs");
        var row = Row(visit, visit.Word("job.audit-photos"));

        await row.GetByRole(AriaRole.Button, new() { Name = visit.Word("job.pause"), Exact = true }).ClickAsync();
        await Expect(row).ToContainTextAsync("已暂停：张华");
        await visit.IsAccessible();
        await visit.Shot("jobs-paused");
        await row.GetByRole(AriaRole.Button, new() { Name = visit.Word("job.resume"), Exact = true }).ClickAsync();
        await Expect(row.GetByRole(AriaRole.Button, new() { Name = visit.Word("job.pause"), Exact = true })).ToBeVisibleAsync();

        Assert.Equal([Happening.JobPaused, Happening.JobResumed], await Host.Db(db => db.History
            .Where(entry => entry.What == Happening.JobPaused || entry.What == Happening.JobResumed).OrderBy(entry => entry.Number).Select(entry => entry.What).ToListAsync()));
        Assert.Empty(await Host.Db(db => db.JobPauses.ToListAsync()));
    }

    [Fact]
    public async Task The_schedulers_pages_are_for_administrators_and_to_be_read_by_the_auditor()
    {
        var administrator = await Host.Person("张华", (Role.Administrator, null));
        var auditor = await Host.Person("孔正", (Role.Auditor, null));
        const string page = "/jobs/hangfire/recurring", trigger = "/jobs/hangfire/recurring/trigger";

        var answers = new Dictionary<string, HttpStatusCode>
        {
            ["nobody"] = await Ask(null, page),
            ["administrator"] = await Ask(administrator, page),
            ["auditor"] = await Ask(auditor, page),
            ["supervisor"] = await Ask(await Host.Person("蒋丽", (Role.AfterSalesSupervisor, null)), page),
            ["dealer"] = await Ask(await Host.DealerOwner(await Host.Dealer("D-HANGFIRE")), page),
            ["administrator, without a token"] = await Ask(administrator, trigger, isPost: true),
            ["auditor, pressing"] = await Ask(auditor, trigger, isPost: true),
        };

        Assert.Equal(
            new Dictionary<string, HttpStatusCode>
            {
                ["nobody"] = HttpStatusCode.Found,
                ["administrator"] = HttpStatusCode.OK,
                ["auditor"] = HttpStatusCode.OK,
                ["supervisor"] = HttpStatusCode.NotFound,
                ["dealer"] = HttpStatusCode.NotFound,
                ["administrator, without a token"] = HttpStatusCode.Forbidden,
                ["auditor, pressing"] = HttpStatusCode.Forbidden,
            },
            answers);
        Offences.None(Host.Faults.Take());
    }

    [Fact]
    public async Task An_administrator_has_the_scheduler_start_a_job_from_its_own_page()
    {
        var visit = await Visit(await Host.Person("张华", (Role.Administrator, null)));
        await visit.Page.GotoAsync(visit.Url + "/jobs/hangfire/recurring");
        await visit.Page.Locator("tr", new() { HasText = "audit-photos" }).First.Locator("input[type=checkbox]").CheckAsync();

        await visit.Page.Locator("[data-url$='/recurring/trigger']").ClickAsync();

        for (var i = 0; i < 100; i++)
        {
            if (await Host.Db(db => db.JobRuns.AnyAsync(run => run.Job == "audit-photos" && run.ByHand == null && run.FinishedAt != null))) return;
            await Task.Delay(200);
        }
        Assert.Fail("The job did not run.");
    }

    private async Task<HttpStatusCode> Ask(Actor? who, string address, bool isPost = false)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(Host.Url) };
        using var request = new HttpRequestMessage(isPost ? HttpMethod.Post : HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (isPost) request.Content = new FormUrlEncodedContent([KeyValuePair.Create("jobs[]", "audit-photos")]);
        if (who is not null) request.Headers.Add("Cookie", $"portal={await Host.TicketOf(who.UserId!.Value)}");
        using var answer = await browser.SendAsync(request);
        return answer.StatusCode;
    }

    [Fact]
    public async Task A_moved_clock_runs_what_is_due_and_every_open_page_follows()
    {
        var watching = await Visit(await Host.Person("孔正", (Role.Auditor, null)));
        await watching.Go("/jobs/audit-history?all=true");
        await Expect(watching.Page.Locator(".demo-bar .chip")).ToHaveCountAsync(0);

        var moving = await Visit(await Host.Person("蒋丽", (Role.AfterSalesAgent, null)), Screen.Phone);
        await moving.Go("/time-machine");
        await moving.IsAccessible();
        await moving.Shot("time-machine");
        await moving.Page.Locator("button[value='end-of-day']").ClickAsync();
        await moving.Settled();
        await moving.Page.Locator("button[value='morning']").ClickAsync();
        await moving.Settled();

        await Expect(watching.Page.Locator(".demo-bar .chip")).ToBeVisibleAsync();
        await watching.Sees("蒋丽");
        Assert.True(Host.The<MovableClock>().Ahead > Duration.FromHours(8));
        Assert.NotEmpty(await Host.Db(db => db.JobRuns.Where(run => run.Job == "audit-history" && run.ByHand == "蒋丽").ToListAsync()));
        await moving.IsAccessible();
        await moving.Shot("time-machine-moved");
    }

    [Fact]
    public async Task The_clock_does_not_go_back_and_says_so()
    {
        var visit = await Visit(await Host.Person("蒋丽", (Role.AfterSalesAgent, null)));
        await visit.Go("/time-machine");

        await visit.Page.Locator("input[name=at]").FillAsync("2020-01-01T08:00");
        await visit.Button("clock.go").ClickAsync();

        await visit.Says("refusal.clock.only-forward");
    }

    // The table on a wide screen, the cards on a narrow one.
    private static ILocator Row(Visit visit, string job) => visit.Page.Locator("tr, li.card").Filter(new() { HasText = job, Visible = true });
}
