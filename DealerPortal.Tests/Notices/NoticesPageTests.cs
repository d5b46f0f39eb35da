using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace DealerPortal.Tests.Notices;

public sealed class NoticesPageTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Theory]
    [InlineData(Screen.Chinese)]
    [InlineData(Screen.English)]
    public async Task The_inbox_is_read_on_a_phone_and_on_a_desk(string language)
    {
        var owner = await Host.DealerOwner(await Host.Dealer("D-INBOX-" + language));
        foreach (var (kind, minutes) in new[] { (NoticeKind.WindowStarted, 200), (NoticeKind.WindowLastQuarter, 30), (NoticeKind.DeemedAccepted, -10), (NoticeKind.RejectionAcknowledged, 0) })
            await Tell(owner, $"{kind}", kind, minutes == 0 ? null : Host.Clock.Now + Duration.FromMinutes(minutes));

        var visit = await Visit(owner, Screen.For(language), language);
        await visit.Go("/notices");
        await Expect(visit.Page.Locator(".notice")).ToHaveCountAsync(4);
        await Expect(visit.Page.Locator("due-time")).ToHaveCountAsync(2);
        await visit.IsAccessible();
        await visit.Shot("notices");
    }

    [Fact]
    public async Task The_bell_counts_by_itself_while_another_page_is_open()
    {
        var owner = await Host.DealerOwner(await Host.Dealer("D-BELL"));
        var visit = await Visit(owner, Screen.Phone);
        await visit.Go("/");
        await Expect(Bell(visit).Locator(".badge")).ToHaveCountAsync(0);

        await Tell(owner, "a");
        await Expect(Bell(visit).Locator(".badge")).ToHaveTextAsync("1");
        await Tell(owner, "b");
        await Expect(Bell(visit).Locator(".badge")).ToHaveTextAsync("2");
        await Expect(Bell(visit)).ToHaveAttributeAsync("aria-label", visit.Word("notices.bell", Fact.Number(2)));
    }

    [Fact]
    public async Task Opening_a_notice_leads_to_its_subject_and_reads_it()
    {
        var owner = await Host.DealerOwner(await Host.Dealer("D-OPEN"));
        await Tell(owner, "a");
        await Tell(owner, "b");
        var visit = await Visit(owner);
        await visit.Go("/notices");

        await visit.Page.Locator(".notice-main").First.ClickAsync();

        await visit.Page.WaitForURLAsync("**/account");
        await Expect(Bell(visit).Locator(".badge")).ToHaveTextAsync("1");
    }

    [Fact]
    public async Task One_is_marked_as_read_and_then_all_and_the_read_ones_stay_to_be_looked_up()
    {
        var owner = await Host.DealerOwner(await Host.Dealer("D-READ"));
        foreach (var key in new[] { "a", "b", "c" }) await Tell(owner, key);
        var visit = await Visit(owner, Screen.Phone);
        await visit.Go("/notices");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = visit.Word("notices.read"), Exact = true }).First.ClickAsync();
        await Expect(visit.Page.Locator(".notice")).ToHaveCountAsync(2);
        await visit.Button("notices.read-all").ClickAsync();

        await visit.Says("notices.nothing-new");
        await Expect(Bell(visit).Locator(".badge")).ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = visit.Word("notices.all"), Exact = true }).ClickAsync();
        await Expect(visit.Page.Locator(".notice.is-read")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task An_older_page_has_an_address_and_leads_back()
    {
        var owner = await Host.DealerOwner(await Host.Dealer("D-PAGES"));
        for (var i = 0; i < NoticeInbox.PageSize + 2; i++) await Tell(owner, $"{i}");
        var visit = await Visit(owner);
        await visit.Go("/notices");

        await visit.Page.Locator(".pager a").ClickAsync();
        await Expect(visit.Page.Locator(".notice")).ToHaveCountAsync(2);
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator(".notice")).ToHaveCountAsync(2);
        await visit.Page.Locator(".pager a").ClickAsync();

        await Expect(visit.Page.Locator(".notice")).ToHaveCountAsync(NoticeInbox.PageSize);
    }

    private static ILocator Bell(Visit visit) => visit.Page.Locator(".bell");

    private Task<Outcome> Tell(Actor owner, string key, NoticeKind kind = NoticeKind.WindowStarted, Instant? due = null) =>
        Host.The<PortalWork>().Do(Actor.System("test"), async db =>
        {
            await db.TellDealer(owner.DealerId!.Value, new(key, kind, owner.DealerId.Value, "/account", due,
                Fact.Of("P-1"), Fact.Of("门"), Fact.At(due ?? Host.Clock.Now)), Host.Clock.Now, default);
            return Outcome.Done;
        }, default);
}
