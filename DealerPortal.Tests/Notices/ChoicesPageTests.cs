using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Notices;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace DealerPortal.Tests.Notices;

public sealed class ChoicesPageTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Theory]
    [InlineData(Screen.Chinese)]
    [InlineData(Screen.English)]
    public async Task A_dealer_chooses_what_he_is_told_and_finds_it_so_again(string language)
    {
        var isEnglish = language == Screen.English;
        var owner = await Host.DealerOwner(await Host.Dealer("D-CHOICE-" + language));
        var visit = await Visit(owner, isEnglish ? Screen.Phone : Screen.Desktop, language);
        await visit.Go("/notices");
        await visit.Link("notice-choices.title").ClickAsync();
        await visit.Page.Locator("h1", new() { HasText = visit.Word("notice-choices.title") }).WaitForAsync();

        await visit.Choose(visit.Select("notice-kind.CaseMessage"), visit.Word("notice-manner.Quiet"));
        await Expect(visit.Page.Locator("[role=status]", new() { HasText = isEnglish ? "Saved" : "已保存" })).ToHaveCountAsync(1);
        await visit.IsAccessible();
        await visit.Shot("notice-choices");
        await visit.Page.ReloadAsync();
        await visit.Settled();

        await Expect(visit.Select("notice-kind.CaseMessage")).ToHaveTextAsync(visit.Word("notice-manner.Quiet"));
        await Expect(visit.Select("notice-kind.WindowStarted")).ToHaveCountAsync(0);
        Assert.Equal(NoticeManner.Quiet, await Host.Db(db => db.NoticeChoices.Where(choice => choice.UserId == owner.UserId).Select(choice => choice.Manner).SingleAsync()));
    }

    [Fact]
    public async Task An_administrator_sees_that_no_channel_is_set_up_and_others_find_no_such_page()
    {
        var visit = await Visit(await Host.Person("管理员", (Role.Administrator, null)));
        await visit.Go("/jobs/outbox");
        await visit.Says("outbox.no-channel");
        await visit.IsAccessible();
        await visit.Shot("outbox");

        var agent = await Visit(await Host.Person("客服", (Role.AfterSalesAgent, null)));
        await agent.Go("/jobs/outbox");
        await Expect(agent.Page.Locator(".state.refused")).ToHaveCountAsync(1);
    }
}
