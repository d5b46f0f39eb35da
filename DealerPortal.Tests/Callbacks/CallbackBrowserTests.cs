using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Storage;
using DealerPortal.Domain.TierReviews;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DealerPortal.Tests.Callbacks;

/// <summary>An assistant's morning, a dealer's survey, and the monthly review on two screens.</summary>
[Collection(Browsers.Name)]
public sealed class CallbackBrowserTests(PortalHost host) : BrowserTests(host)
{
    [Fact]
    public async Task An_assistant_s_morning_from_the_list_over_the_call_to_a_problem_that_becomes_a_case()
    {
        var (dealer, assistant) = await Planned();
        var desk = await Visit(assistant);
        await desk.Go("/");
        await desk.Sees(dealer.Name);
        await desk.Go("/callbacks?mine=true");
        await desk.Sees(dealer.Name);
        await desk.IsAccessible();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = dealer.Name }).First.ClickAsync();
        await desk.Sees("这通电话怎么样");
        await desk.IsAccessible();

        await desk.Field("接通，已回访").CheckAsync();
        foreach (var (question, score) in new[] { ("goods", 2), ("delivery", 4), ("service", 5) }) await desk.Page.Locator($"input[name='q-{question}'][value='{score}']").CheckAsync();
        await desk.Page.Locator("textarea[name='q-words']").FillAsync("护窗横杆生锈");
        await desk.Field("经销商反映了新问题，立案").CheckAsync();
        await desk.Field("问题类别").SelectOptionAsync("2.4");
        await desk.Field("问题说明").FillAsync("送货员态度不好");
        await desk.Field("问题说明").BlurAsync();
        await desk.IsAccessible();
        await desk.Page.ReloadAsync();
        await desk.Settled();
        await Assertions.Expect(desk.Page.Locator("input[name='q-goods'][value='2']")).ToBeCheckedAsync();
        await desk.Button("记录并立案").ClickAsync();
        await desk.Sees("问题已立案");
        await desk.IsAccessible();

        var filed = await Host.Db(db => db.Complaints.SingleAsync(one => one.DealerId == dealer.Id));
        Assert.Equal((CaseSource.Callback, "送货员态度不好"), (filed.Source, filed.Description));
        var figures = await Visit(assistant, Screen.Phone, Screen.English);
        await figures.Go("/callbacks/figures");
        await figures.Sees("Satisfaction");
        await figures.IsAccessible();
        await figures.Page.GetByRole(AriaRole.Link, new() { Name = "not satisfied" }).First.ClickAsync();
        await figures.Sees(dealer.Name);
        await figures.IsAccessible();
    }

    [Fact]
    public async Task A_dealer_answers_the_survey_on_his_phone_and_the_assistant_s_page_shows_it_by_itself()
    {
        var (dealer, assistant) = await Planned();
        var call = await Host.Db(db => db.Set<Callback>().SingleAsync(one => one.OpenFor == dealer.Id));
        var desk = await Visit(assistant, Screen.Desktop, Screen.English);
        var owner = await Visit(await Host.DealerOwner(dealer), Screen.Phone);
        await owner.Go("/");
        await desk.Go($"/callbacks/{call.Id}");
        await desk.IsAccessible();
        await desk.Button("Send it to the dealer").ClickAsync();
        await owner.Sees("填写问卷");
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "填写问卷" }).First.ClickAsync();
        await owner.Page.Locator("input[name='q-goods'][value='5']").CheckAsync();
        await owner.IsAccessible();
        await owner.Button("提交").ClickAsync();

        await owner.Sees("谢谢");
        await desk.Sees("in the portal");
        await desk.IsAccessible();
    }

    [Fact]
    public async Task The_monthly_review_on_two_screens()
    {
        var (dealer, assistant) = await Planned();
        var director = await Host.Person("秦岚", (Role.MarketingDirector, null));
        await Host.The<AskForTiers>().RunAsOf(Host.Clock.Now, default);
        var proposing = await Visit(assistant);
        var deciding = await Visit(director, Screen.Phone, Screen.English);
        await deciding.Go($"/tiers?proposed=true&text={dealer.Code}");
        await proposing.Go($"/tiers?text={dealer.Code}");
        await proposing.IsAccessible();

        await proposing.Field($"{dealer.Name} 的级别").SelectOptionAsync("blacklist");
        await proposing.Sees("确认后取消已安排的回访");
        await deciding.Sees("Confirming withdraws the planned callback");
        await deciding.IsAccessible();
        await deciding.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true }).ClickAsync();

        await Assertions.Expect(proposing.Page.Locator(".chip", new() { HasText = "黑名单" })).ToBeVisibleAsync();
        await proposing.Go($"/dealers/{dealer.Id}");
        await proposing.Sees("黑名单");
        Assert.Equal(CallbackState.Withdrawn, await Host.Db(db => db.Set<Callback>().Where(call => call.DealerId == dealer.Id).Select(call => call.State).SingleAsync()));
    }

    // A gold dealer whose callback stands on this assistant's list of today.
    private async Task<(Dealer Dealer, Actor Assistant)> Planned()
    {
        Host.Clock.Now = Shanghai.At("2026-03-02 09:00");
        var dealer = await Host.Dealer("G-" + Guid.NewGuid().ToString("N")[..6]);
        var assistant = await Host.Person("韩梅" + dealer.Code, (Role.ServiceAssistant, null));
        await Host.Db(db => Task.FromResult(db.TierPeriods.Add(new(Guid.CreateVersion7(), dealer.Id, "gold", new(2026, 2, 2), "test", Host.Clock.Now))));
        await Host.The<PlanCallbacks>().RunAsOf(Host.Clock.Now, default);
        await Host.Db(db => db.Set<Callback>().Where(call => call.OpenFor == dealer.Id).ExecuteUpdateAsync(set => set.SetProperty(call => call.AssistantId, assistant.UserId).SetProperty(call => call.AssistantName, assistant.Name)));
        return (dealer, assistant);
    }
}
