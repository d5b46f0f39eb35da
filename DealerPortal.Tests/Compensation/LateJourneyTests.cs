using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Promises;
using DealerPortal.Tests.Support;
using Microsoft.Playwright;

namespace DealerPortal.Tests.Compensation;

/// <summary>A large order whose date is agreed on a phone; another one that is late, for days, until a blizzard is recorded late and consented to. No page is ever reloaded to see what others did.</summary>
[Collection(Browsers.Name)]
public sealed class LateJourneyTests(PortalHost host) : BrowserTests(host)
{
    [Fact]
    public async Task A_date_agreed_on_a_phone_and_a_blizzard_recorded_late_are_seen_by_everybody_at_once()
    {
        Host.Clock.Now = Shanghai.At("2026-03-02 10:30");
        var dealer = await Host.Dealer("L-" + Guid.NewGuid().ToString("N")[..6], "south");
        var (large, late) = (await Ordered(dealer, 8, isConfirmed: false), await Ordered(dealer, 2, isConfirmed: true));
        var phone = await Visit(await Host.DealerOwner(dealer), Screen.Phone);
        var clerk = await Visit(await Host.Person("跟单员", (Role.OrderFollowUp, null)));

        await phone.Go($"/orders/{large}");
        await phone.Sees("订单还没有确定");
        await phone.IsAccessible();
        await Confirm(clerk, large);
        await phone.Sees("订单确定于");
        await Propose(clerk);
        await phone.Sees("排产需要两周");
        await phone.IsAccessible();
        await phone.Shot("late-proposal");
        await phone.Button("同意新日期").ClickAsync();
        await Assertions.Expect(clerk.Page.Locator(".chip.good").Filter(new() { HasText = "同意" })).ToBeVisibleAsync();
        await phone.Sees("最晚 3月31日");

        Host.Clock.Now = Shanghai.At("2026-03-20 09:00");
        await phone.Go("/late");
        await phone.Sees("延期 4 天");
        await phone.Sees("¥200.00");
        await phone.IsAccessible();
        await phone.Shot("late-mine");
        await Host.The<EarnLateDays>().RunAsOf(Host.Clock.Now, default);
        await phone.Go($"/orders/{late}");
        await phone.Sees("¥200.00");
        await phone.IsAccessible();

        await Snow(await Visit(await Host.Person("售后", (Role.AfterSalesAgent, null))));
        await Consent(await Visit(await Host.Person("主管", (Role.AfterSalesSupervisor, null))));
        await Consent(await Visit(await Host.Person("总监", (Role.OperationsDirector, null)), Screen.Phone));
        await Host.The<EarnLateDays>().ReviseAsOf(Host.Clock.Now, default);

        await phone.Sees("¥100.00");
        await phone.Sees("暴雪免责");
        await phone.IsAccessible();
        await phone.Shot("late-order");
        Assert.Equal(10_000, await Host.Db(db => Task.FromResult(db.Ledger.Where(entry => entry.OrderId == late).Sum(entry => entry.Fen))));
    }

    private async Task<Guid> Ordered(Dealer dealer, int gates, bool isConfirmed)
    {
        var at = Shanghai.At("2026-03-02 09:00");
        var order = new Order(Guid.CreateVersion7(), $"O-{dealer.Code}-{gates}", new(dealer.Id, new(2026, 3, 1), [new(1, "gate", "2050×960 左内开", "古铜", gates)], isConfirmed ? at : null, isConfirmed ? at : null));
        await Host.Db(db =>
        {
            db.Orders.Add(order);
            Promising.Keep(db, order, null, Host.The<PolicyBook>(), Host.Clock.Now);
            return Task.FromResult(0);
        });
        return order.Id;
    }

    private static async Task Confirm(Visit clerk, Guid order)
    {
        await clerk.Go($"/orders/{order}");
        await clerk.Field("审核时间").FillAsync("2026-03-02T09:00");
        await clerk.Field("订金到账时间").FillAsync("2026-03-02T10:00");
        await clerk.Button("确定订单").ClickAsync();
        await clerk.Sees("订单确定于");
        await clerk.IsAccessible();
    }

    private static async Task Propose(Visit clerk)
    {
        await clerk.Field("提议的日期").FillAsync("2026-03-31");
        await clerk.Field("理由").FillAsync("数量较大，排产需要两周");
        await clerk.Button("发给经销商").ClickAsync();
        await clerk.Sees("等经销商答复");
        await clerk.IsAccessible();
        await clerk.Shot("late-proposed");
    }

    private static async Task Snow(Visit agent)
    {
        await agent.Go("/late/excused");
        await agent.Button("记录免责期间").ClickAsync();
        await agent.Page.GetByLabel("大区", new() { Exact = true }).SelectOptionAsync("south");
        await agent.Field("情形").SelectOptionAsync("blizzard");
        await agent.Field("第一天").FillAsync("2026-03-18");
        await agent.Field("最后一天（含）").FillAsync("2026-03-19");
        await agent.Field("情况说明").FillAsync("华北暴雪，高速封闭");
        await agent.Field("证明材料").FillAsync("气象台暴雪橙色预警 12 号");
        await agent.Sees("张订单，");
        await agent.IsAccessible();
        await agent.Shot("late-span");
        await agent.Button("提交审批").ClickAsync();
        await agent.Sees("已提交审批");
        await agent.IsAccessible();
    }

    private static async Task Consent(Visit who)
    {
        await who.Go("/approvals");
        await who.Sees("免责期间");
        await who.IsAccessible();
        await who.Page.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).First.ClickAsync();
        await who.Sees("没有等您审批的");
    }
}
