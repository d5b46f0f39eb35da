using Bunit;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Shell;
using static Microsoft.Playwright.Assertions;

namespace DealerPortal.Tests.Shell;

/// <summary>A number stands in the menu only where something waits for the person.</summary>
public sealed class RailCountTests : ComponentTest
{
    [Fact]
    public void A_number_stands_only_where_something_waits()
    {
        var rail = Render<Rail>(p => p
            .Add(r => r.Places, [.. Place.All.Where(place => place.Url is PortalUrls.Triage or PortalUrls.Approvals or PortalUrls.Orders or PortalUrls.Callbacks)])
            .Add(r => r.Counts, new Dictionary<string, int> { [PortalUrls.Triage] = 3, [PortalUrls.Approvals] = 0, [PortalUrls.Callbacks] = 120 }));

        Assert.Equal(["3", "99+"], rail.FindAll(".badge:not([hidden])").Select(badge => badge.TextContent));
        Assert.NotNull(rail.Find($"[data-count='{PortalUrls.Approvals}'][hidden]"));
    }
}

public sealed class LiveRailCountTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Fact]
    public async Task It_is_in_the_first_HTML_and_follows_what_happens()
    {
        var dealer = await Host.Dealer("D-RAIL");
        var agent = await Host.Person("蒋丽", (Role.AfterSalesAgent, null));
        await File(dealer.Id, agent);
        var visit = await Visit(agent);

        var html = await (await visit.Page.APIRequest.GetAsync(visit.Url + "/")).TextAsync();
        Assert.Matches("data-count=\"/triage\"[^>]*>1<", html);
        await visit.Go("/orders");
        var badge = visit.Page.Locator("[data-count='/triage']");
        await Expect(badge).ToHaveTextAsync("1");
        await File(dealer.Id, agent);

        await Expect(badge).ToHaveTextAsync("2");
    }

    private async Task File(Guid dealer, Actor agent) => Assert.Null((await Host.The<FileComplaint>().Run(
        new(Guid.CreateVersion7(), dealer, new() { Source = CaseSource.Hotline, Family = "gate", Category = "1-1.4", Description = "缺件" }), agent, default)).Refusal);
}
