using System.Text.RegularExpressions;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Orders;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;

namespace DealerPortal.Tests.Deliveries;

/// <summary>Goods from the depot to the dealer's word on them, with the desks that wait for it open and never reloaded.</summary>
[Collection(Browsers.Name)]
public sealed class DeliveryJourneyTests(PortalHost host) : BrowserTests(host)
{
    [Fact]
    public async Task From_the_arrival_over_a_signature_and_a_rejection_to_what_silence_settles()
    {
        Host.Clock.Now = Shanghai.At("2026-03-02 09:10");
        var dealer = await Host.Dealer("D-" + Guid.NewGuid().ToString("N")[..6]);
        var phone = await Visit(await Host.DealerOwner(dealer), Screen.Phone);
        var assistant = await Visit(await Host.Person("北区助理", (Role.BusinessAssistant, "north")));
        var dispatcher = await Visit(await Host.Person("北区调度", (Role.LogisticsDispatcher, "north")));
        var goods = await Shipped(dealer, ("window-guard", 8), ("tool", 5));
        var later = await Shipped(dealer, ("material", 3));
        await assistant.Go("/outbound-orders");
        await dispatcher.Go("/rejections");

        await PickUp(phone, goods);
        await phone.IsAccessible();
        await phone.Shot("delivery-pick-up");

        await Inspect(phone, "tool");
        await phone.Button("数量相符").ClickAsync();
        await phone.Sees("已保存");
        await phone.IsAccessible();
        await Next(phone, "添加一处损伤");
        await Next(phone, "清除重签");
        await Sign(phone);
        await phone.IsAccessible();
        await phone.Shot("delivery-sign");
        await phone.Button("签字确认合格").ClickAsync();
        await phone.Link("销售出库单").WaitForAsync();
        await phone.IsAccessible();
        await assistant.Sees(dealer.Name);
        await assistant.IsAccessible();
        await assistant.Page.GetByRole(AriaRole.Link, new() { Name = dealer.Name }).ClickAsync();
        await assistant.Sees("经清点验收");
        await assistant.IsAccessible();
        await assistant.Shot("delivery-outbound-order");

        await phone.Link("回到提货").ClickAsync();
        await Inspect(phone, "window-guard");
        await phone.Button("数量相符").ClickAsync();
        await Next(phone, "添加一处损伤");
        await Damage(phone);
        await phone.IsAccessible();
        await phone.Shot("delivery-damage");
        await Next(phone, "清除重签");
        await Sign(phone);
        await phone.Button("签字拒收").ClickAsync();
        await phone.Sees("已通知物流调度");
        await Assertions.Expect(phone.Page.Locator(".photo img")).ToHaveCountAsync(1);
        await phone.IsAccessible();
        await phone.Shot("delivery-rejected");

        var row = dispatcher.Page.Locator("li", new() { HasText = dealer.Name });
        await row.WaitForAsync();
        await dispatcher.IsAccessible();
        await row.GetByRole(AriaRole.Button, new() { Name = "确认收到" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("北区调度 已于");
        await dispatcher.IsAccessible();
        await dispatcher.Shot("delivery-rejections");
        await phone.Link("回到提货").ClickAsync();
        await phone.Sees("北区调度 已于");

        await PickUp(phone, later);
        Host.Clock.Now = Shanghai.At("2026-03-02 13:10");
        await Host.The<DeemAcceptance>().RunAsOf(Host.Clock.Now, default);
        var card = phone.Page.Locator("#family-material");
        await Assertions.Expect(card.Locator(".chip").First).ToHaveTextAsync("视同合格");
        await Assertions.Expect(card).ToContainTextAsync("届满而未答复，视同合格");
        await card.Locator(".explained summary").ClickAsync();
        await Assertions.Expect(card.Locator(".explained-sheet")).ToContainTextAsync("三(三)2 五");
        await phone.IsAccessible();
        await phone.Shot("delivery-deemed");
        Assert.Equal([LineAnswer.Accepted, LineAnswer.DeemedAccepted, LineAnswer.Rejected], await Host.Db(db => db.PickUps.Where(one => one.DealerId == dealer.Id)
            .SelectMany(one => one.Lines).OrderBy(line => line.Family == "window-guard").ThenByDescending(line => line.Family).Select(line => line.Answer!.Value).ToListAsync()));
    }

    // The shipment is ticked among what has arrived, and taken just now.
    private static async Task PickUp(Visit phone, Shipment shipment)
    {
        await phone.Go("/arrivals");
        await phone.IsAccessible();
        await phone.Page.Locator($"#shipment-{shipment.Number}").GetByLabel("这批货我提了").CheckAsync();
        await phone.Link("登记提货（1 批）").ClickAsync();
        await Assertions.Expect(phone.Page.GetByLabel("就是现在")).ToBeCheckedAsync();
        await phone.Settled();
        await phone.IsAccessible();
        await phone.Button("登记提货").ClickAsync();
        await phone.Sees("提货验收");
        await phone.Settled();
    }

    private static async Task Inspect(Visit phone, string family)
    {
        await phone.Page.Locator($"#family-{family}").GetByRole(AriaRole.Button, new() { Name = "开始验收" }).ClickAsync();
        await phone.Button("数量相符").WaitForAsync();
        await phone.Settled();
    }

    private static async Task Next(Visit phone, string button)
    {
        await phone.Button("下一步").ClickAsync();
        await phone.Button(button).WaitForAsync();
    }

    private static async Task Damage(Visit phone)
    {
        await phone.Button("添加一处损伤").ClickAsync();
        await phone.Field("部位和问题").FillAsync("左侧立柱中部压弯");
        await phone.Page.Locator("input[type=file][multiple]").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "TestData", "photos", "DSCN0010.jpg"));
        await Assertions.Expect(phone.Page.Locator(".photo[data-state=sent]")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        await phone.Sees("照片 1/1");
        await Assertions.Expect(phone.Field("部位和问题")).ToHaveValueAsync("左侧立柱中部压弯");
        await phone.Field("书面说明").FillAsync("运输中受压");
    }

    private static async Task Sign(Visit phone)
    {
        await phone.Field("签字人").FillAsync("王店长");
        var pad = phone.Page.Locator("signature-pad svg");
        await pad.HoverAsync();
        var box = (await pad.BoundingBoxAsync())!;
        var mouse = phone.Page.Mouse;
        await mouse.MoveAsync(box.X + box.Width / 5, box.Y + box.Height / 2);
        await mouse.DownAsync();
        await mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height / 4, new() { Steps = 5 });
        await mouse.MoveAsync(box.X + box.Width * 4 / 5, box.Y + box.Height * 3 / 4, new() { Steps = 5 });
        await mouse.UpAsync();
        await Assertions.Expect(phone.Page.Locator("signature-pad")).ToHaveAttributeAsync("data-path", new Regex("^M.*L"));
    }

    private async Task<Shipment> Shipped(Dealer dealer, params (string Family, decimal Quantity)[] goods)
    {
        var number = Guid.NewGuid().ToString("N")[..8];
        var order = new Order(Guid.CreateVersion7(), "O" + number, new(dealer.Id, new(2026, 2, 20),
            [.. goods.Select((line, i) => new Order.LineFacts(i + 1, line.Family, $"{line.Family} {i + 1}", null, line.Quantity))]));
        var shipment = new Shipment(Guid.CreateVersion7(), "S" + number, order, new(Host.Clock.Now - Duration.FromDays(1), "顺达物流", "0531-88880000", "SD" + number,
            goods.Select((line, i) => (Number: i + 1, line.Quantity)).ToDictionary(pair => pair.Number, pair => pair.Quantity)));
        await Host.Db(db => { db.Orders.Add(order); db.Shipments.Add(shipment); return Task.FromResult(0); });
        return shipment;
    }
}
