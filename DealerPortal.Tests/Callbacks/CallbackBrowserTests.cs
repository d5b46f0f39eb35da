using DealerPortal.Domain;
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
public sealed class CallbackBrowserTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
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
        await desk.Says("call.how");
        await desk.IsAccessible();

        await desk.Field("call.Reached").CheckAsync();
        foreach (var (question, score) in new[] { ("goods", 2), ("delivery", 4), ("service", 5) }) await desk.Page.Locator($"input[name='q-{question}'][value='{score}']").CheckAsync();
        await desk.Input("q-words").FillAsync("护窗横杆生锈");
        await desk.Field("call.problem").CheckAsync();
        await desk.Choose(desk.Select("filing.category"), "公司人员服务态度问题");
        await desk.Field("filing.description").FillAsync("送货员态度不好");
        await desk.Field("filing.description").BlurAsync();
        await desk.IsAccessible();
        await desk.Page.ReloadAsync();
        await desk.Settled();
        await Assertions.Expect(desk.Page.Locator("input[name='q-goods'][value='2']")).ToBeCheckedAsync();
        await desk.Button("call.save-and-file").ClickAsync();
        await desk.Says("call.filed");
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
        await desk.Button("survey.send-link").ClickAsync();
        await owner.Says("need.survey.act");
        await owner.Link("need.survey.act").First.ClickAsync();
        await owner.Page.Locator("input[name='q-goods'][value='5']").CheckAsync();
        await owner.IsAccessible();
        await owner.Button("survey.send").ClickAsync();

        await owner.Says("survey.thanks");
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

        await proposing.Choose(proposing.Select("tiers.choose", Fact.Of(dealer.Name)), proposing.Word("tier.blacklist"));
        await proposing.Says("tiers.effect-withdrawn");
        await deciding.Says("tiers.effect-withdrawn");
        await deciding.IsAccessible();
        await deciding.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true }).ClickAsync();

        await Assertions.Expect(proposing.Page.Locator(".chip", new() { HasText = proposing.Word("triage.tier.blacklist") })).ToBeVisibleAsync();
        await proposing.Go($"/dealers/{dealer.Id}");
        await proposing.Says("triage.tier.blacklist");
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
