using System.Net;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Shell;
using static Microsoft.Playwright.Assertions;

namespace DealerPortal.Tests.Shell;

/// <summary>The first HTML says what the page says; its circuit takes over what was read.</summary>
public sealed class PrerenderTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Fact]
    public async Task Without_any_script_a_dealer_reads_what_waits_for_him()
    {
        var dealer = await Host.Dealer("D-FIRST-HTML");
        var owner = await Host.DealerOwner(dealer);
        var order = new Order(Guid.CreateVersion7(), "O-FIRST-HTML", new(dealer.Id, new(2026, 2, 20), [new(1, "tool", "扳手", null, 3)]));
        var shipment = new Shipment(Guid.CreateVersion7(), "S-FIRST-HTML", order,
            new(Host.Clock.Now - NodaTime.Duration.FromDays(1), "顺达物流", null, null, new Dictionary<int, decimal> { [1] = 3 }));
        await Host.Db(db => { db.Orders.Add(order); db.Shipments.Add(shipment); return Task.FromResult(0); });
        using var browser = new HttpClient { BaseAddress = new(Host.Url) };
        browser.DefaultRequestHeaders.Add("Cookie", "portal=" + await Host.TicketOf(owner.UserId!.Value));

        var html = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri("/", UriKind.Relative)));

        Assert.Contains("S-FIRST-HTML", html, StringComparison.Ordinal);
        Assert.Contains("data-live=\"false\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_read_for_the_first_HTML_is_taken_over_once_and_by_nobody_else()
    {
        var feed = Host.The<ChangeFeed>();
        var waiting = Host.The<ReadsInWaiting>();
        var bag = new ReadsInWaiting.Bag("somebody");
        bag.Keep("list", "read before", feed.Mark);

        var ticket = waiting.Put(bag)!;

        Assert.Same(bag, waiting.Take(ticket));
        Assert.Null(waiting.Take(ticket));
        Assert.Equal("read before", bag.Take("list")!.Value.Value);
        Assert.Null(bag.Take("list"));
    }

    [Fact]
    public void What_changed_in_between_is_read_anew()
    {
        var feed = Host.The<ChangeFeed>();
        var mark = feed.Mark;

        feed.Changed("order:1");

        Assert.True(feed.HasChangedSince(mark, ["order:2", "order:1"]));
        Assert.False(feed.HasChangedSince(mark, ["order:2"]));
        Assert.False(feed.HasChangedSince(feed.Mark, ["order:1"]));
    }

    [Fact]
    public void Two_reads_of_one_name_cannot_be_told_apart_and_neither_is_handed_on()
    {
        var bag = new ReadsInWaiting.Bag("somebody");
        bag.Keep("row", 1, 0);
        bag.Keep("row", 2, 0);

        Assert.Null(bag.Take("row"));
    }

    [Fact]
    public async Task A_word_typed_before_the_circuit_is_there_stays()
    {
        var visit = await Visit(await Host.Person("蒋丽", (Domain.Accounts.Role.AfterSalesAgent, null)));
        // The circuit is kept waiting until the word stands there.
        var connected = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/_blazor/**", async route => { await connected.Task; await route.ContinueAsync(); });
        await visit.Page.GotoAsync(visit.Url + "/knowledge");
        var field = visit.Page.Locator("main input").First;
        await field.FillAsync("门锁");

        connected.SetResult();
        await visit.Settled();

        await Expect(field).ToHaveValueAsync("门锁");
    }
}
