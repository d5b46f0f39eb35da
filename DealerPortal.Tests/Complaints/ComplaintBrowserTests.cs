using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DealerPortal.Tests.Complaints;

/// <summary>A complaint with everybody at his own screen, and nobody ever reloading.</summary>
[Collection(Browsers.Name)]
public sealed class ComplaintBrowserTests(PortalHost host) : BrowserTests(host)
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
        await owner.Field("问题类别").SelectOptionAsync("2.4");
        await owner.Field("问题说明").FillAsync("送货员态度不好");
        await owner.Field("问题说明").BlurAsync();
        await owner.Page.ReloadAsync();
        await Assertions.Expect(owner.Field("问题说明")).ToHaveValueAsync("送货员态度不好");
        await owner.Settled();
        await owner.IsAccessible();
        await owner.Button("提交").ClickAsync();
        await owner.Sees("已受理");
        await owner.IsAccessible();
        var id = await Host.Db(db => db.Complaints.Where(one => one.DealerId == dealer.Id).Select(one => one.Id).SingleAsync());

        await agent.Sees(dealer.Name);
        await agent.IsAccessible();
        await second.Go($"/cases/{id}");
        await agent.Go($"/cases/{id}");
        await agent.Sees("小张 也在看");
        await Do(agent, "认领");
        await Assertions.Expect(second.Button("认领")).ToHaveCountAsync(0);
        await Do(agent, "判定属实", "说明（经销商可见）", "已核实");
        await Do(agent, "认定责任", "依据", "物流承运");
        await agent.IsAccessible();

        await agent.Button("提出方案").ClickAsync();
        await agent.Field("换货").CheckAsync();
        await agent.Field("货物寄回的厂家地址").FillAsync("一厂");
        await agent.Field("答复经销商的话").FillAsync("给您换货");
        await agent.Button("提出方案").ClickAsync();
        await supervisor.Sees("给您换货");
        await supervisor.IsAccessible();
        await supervisor.Button("同意").ClickAsync();
        await manager.Go("/approvals");
        await manager.IsAccessible();
        await manager.Page.Locator("article", new() { HasText = dealer.Name }).GetByRole(AriaRole.Button, new() { Name = "Consent" }).ClickAsync();
        await Do(agent, "答复经销商");

        await Do(owner, "提出异议", "理由", "太慢");
        await agent.Sees("经销商有异议");
        await Do(owner, "同意方案");
        await owner.Field("货物已包装完整").CheckAsync();
        await owner.Field("物流电话").FillAsync("95353");
        await owner.Field("运单编号").FillAsync("DPK1");
        await owner.Button("完成这一步").ClickAsync();
        await agent.Sees("DPK1");
        await agent.Button("完成这一步").ClickAsync();
        await agent.Field("运单编号").FillAsync("SF2");
        await agent.Button("完成这一步").ClickAsync();
        await Do(agent, "处理完毕");
        await Do(owner, "要求再次处理", "理由", "少了一件");
        await agent.Sees("第 2 次处理");
        await Do(agent, "判定不属实", "说明（经销商可见）", "件数相符");
        await Do(owner, "确认满意");
        await Do(agent, "结案");
        await owner.Sees("已结案");
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
