using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DealerPortal.Tests.Complaints;

/// <summary>A complaint with everybody at his own screen, and nobody ever reloading.</summary>
public sealed class ComplaintBrowserTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Fact]
    public async Task From_the_phone_of_the_dealer_over_four_desks_to_the_closing()
    {
        Host.Clock.Now = Shanghai.At("2026-03-02 09:00");
        var dealer = await Host.Dealer("D-" + Guid.NewGuid().ToString("N")[..6]);
        var owner = await Visit(await Host.DealerOwner(dealer), Screen.Phone);
        var agent = await Visit(await Host.Person("小李", (Role.AfterSalesAgent, null)));
        var second = await Visit(await Host.Person("小张", (Role.AfterSalesAgent, null)));
        var supervisor = await Visit(await Host.Person("王主管", (Role.AfterSalesSupervisor, null)), Screen.Phone);
        var manager = await Visit(await Host.Person("北区经理", (Role.RegionalManager, "north")), Screen.Phone, Screen.English);
        await agent.Go("/triage");
        await supervisor.Go("/approvals");

        await owner.Go("/cases/new");
        await owner.Choose(owner.Select("filing.category"), Host.ProblemName("2.4"));
        await owner.Field("filing.description").FillAsync("送货员态度不好");
        await owner.Field("filing.description").BlurAsync();
        await owner.Page.ReloadAsync();
        await Assertions.Expect(owner.Field("filing.description")).ToHaveValueAsync("送货员态度不好");
        await owner.Settled();
        await owner.IsAccessible();
        await owner.Button("filing.do").ClickAsync();
        await owner.Says("case.filed");
        await owner.IsAccessible();
        var id = await Host.Db(db => db.Complaints.Where(one => one.DealerId == dealer.Id).Select(one => one.Id).SingleAsync());

        await agent.Sees(dealer.Name);
        await agent.IsAccessible();
        await second.Go($"/cases/{id}");
        await agent.Go($"/cases/{id}");
        await agent.Says("presence.looking", Fact.Of("小张"));
        await Do(agent, "verb.Claim");
        await Assertions.Expect(second.Button("verb.Claim")).ToHaveCountAsync(0);
        await Do(agent, "verb.JudgeFounded", "case.explanation", "已核实");
        await Do(agent, "verb.SettleLiability", "case.cause-note", "物流承运");
        await agent.IsAccessible();

        await agent.Button("verb.ProposePlan").ClickAsync();
        await agent.Field("remedy.exchange").CheckAsync();
        await agent.Field("plan.return-address").FillAsync("一厂");
        await agent.Field("plan.explanation").FillAsync("给您换货");
        await agent.Button("verb.ProposePlan").ClickAsync();
        await supervisor.Sees("给您换货");
        await supervisor.IsAccessible();
        await supervisor.Button("approvals.consent").ClickAsync();
        await manager.Go("/approvals");
        await manager.IsAccessible();
        await manager.Page.Locator("article", new() { HasText = dealer.Name }).GetByRole(AriaRole.Button, new() { Name = "Consent" }).ClickAsync();
        await Do(agent, "verb.AnswerDealer");

        await Do(owner, "verb.Dispute", "case.why", "太慢");
        await agent.Says("case.state.Disputed");
        await Do(owner, "verb.Agree");
        await owner.Field("step-form.packed").CheckAsync();
        await owner.Field("step-form.phone").FillAsync("95353");
        await owner.Field("step-form.waybill").FillAsync("DPK1");
        await owner.Button("step-form.done").ClickAsync();
        await agent.Sees("DPK1");
        await agent.Button("step-form.done").ClickAsync();
        await agent.Field("step-form.waybill").FillAsync("SF2");
        await agent.Button("step-form.done").ClickAsync();
        await Do(agent, "verb.Resolve");
        await Do(owner, "verb.AskAgain", "case.why", "少了一件");
        await agent.Says("case.round", Fact.Number(2));
        await agent.Take("strip.more", "verb.JudgeNotFounded");
        await agent.Field("case.explanation").FillAsync("件数相符");
        await agent.Button("verb.JudgeNotFounded").ClickAsync();
        await Do(owner, "verb.Confirm");
        await Do(agent, "verb.Close");
        await owner.Says("case.state.Closed");
        Assert.Equal(CaseState.Closed, await Host.Db(db => db.Complaints.Where(one => one.Id == id).Select(one => one.State).SingleAsync()));
    }

    // Presses the deed; where it asks for words, gives them and presses again.
    private static async Task Do(Visit who, string deed, string? label = null, string? words = null)
    {
        await who.Button(deed).ClickAsync();
        if (label is null) return;
        await who.Field(label).FillAsync(words!);
        await who.Button(deed).ClickAsync();
    }
}
