using System.Text;
using System.Text.RegularExpressions;
using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DealerPortal.Tests.Deliveries;

/// <summary>Goods from the ERP's file to the dealer's word on them, with the desks that wait for it open and never reloaded.</summary>
public sealed class DeliveryJourneyTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    private Visit english = default!;

    [Fact]
    public async Task From_the_import_over_two_looks_at_a_gate_a_signature_and_a_rejection_to_what_silence_settles()
    {
        Host.Clock.Now = Shanghai.At("2026-03-02 09:10");
        var dealer = await Host.Dealer("D-" + Guid.NewGuid().ToString("N")[..6]);
        var owner = await Host.DealerOwner(dealer);
        var phone = await Visit(owner, Screen.Phone);
        english = await Visit(owner, language: Screen.English);
        var assistant = await Visit(await Host.Person("北区助理", (Role.BusinessAssistant, "north")));
        var dispatcher = await Visit(await Host.Person("北区调度", (Role.LogisticsDispatcher, "north")));
        await phone.Go("/arrivals");
        await phone.Says("arrivals.none");
        await assistant.Go("/outbound-orders");
        await dispatcher.Go("/rejections");
        await dispatcher.IsAccessible();

        await Import(dealer);
        await phone.Sees($"S-{dealer.Code}");
        await LookAtTheGatesPacking(phone);
        await PickUp(phone, dealer);

        await Inspect(phone, "tool");
        await phone.Button("inspection.next").ClickAsync();
        await phone.Says("refusal.inspection.not-counted");
        await phone.Button("inspection.all-there").ClickAsync();
        await phone.Says("inspection.kept");
        await StepIsAccessible(phone);
        await Next(phone, "inspection.add-spot");
        await StepIsAccessible(phone);
        await Next(phone, "inspection.signature-clear");
        await Sign(phone);
        await StepIsAccessible(phone);
        await phone.Shot("delivery-sign");
        await phone.Button("inspection.submit-Passed").ClickAsync();
        await phone.Link("outbound-order.title").WaitForAsync();
        await assistant.Sees(dealer.Name);
        await assistant.IsAccessible();
        await assistant.Page.GetByRole(AriaRole.Link, new() { Name = dealer.Name }).ClickAsync();
        await assistant.Says("outbound-order.statement");
        await assistant.Shot("delivery-outbound-order");

        await phone.Link("inspection.to-pick-up").ClickAsync();
        await Inspect(phone, "gate");
        await phone.Button("inspection.all-there").ClickAsync();
        await phone.Says("inspection.kept");
        await Next(phone, "inspection.add-spot");
        await Damage(phone);
        await StepIsAccessible(phone);
        await phone.Shot("delivery-damage");
        await Next(phone, "inspection.signature-clear");
        await Sign(phone);
        await phone.Button("inspection.submit-Rejected").ClickAsync();
        await phone.Says("inspection.rejected-next");
        await Assertions.Expect(phone.Page.Locator(".photo img")).ToHaveCountAsync(4);
        await phone.IsAccessible();
        await phone.Shot("delivery-rejected");

        await Acknowledge(dispatcher, dealer);
        await phone.Link("inspection.to-pick-up").ClickAsync();
        await phone.Says("pick-up.acknowledged", Fact.Of("北区调度"));

        Host.Clock.Now = Shanghai.At("2026-03-02 13:10");
        await Host.The<DeemAcceptance>().RunAsOf(Host.Clock.Now, default);
        await SilenceIsExplained(phone);
        Assert.Equal(["gate Rejected", "material DeemedAccepted", "tool Accepted"], await Host.Db(db => db.PickUps.Where(one => one.DealerId == dealer.Id)
            .SelectMany(one => one.Lines).OrderBy(line => line.Family).Select(line => line.Family + " " + line.Answer).ToListAsync()));
    }

    // Looked at first, then taken over: the order, then what of it has left.
    private async Task Import(Dealer dealer)
    {
        var staff = await Visit(await Host.Person("管理员", (Role.Administrator, null)));
        var order = $"O-{dealer.Code},{dealer.Code},2026-02-20";
        var left = $"S-{dealer.Code},O-{dealer.Code},2026-03-01 16:30,顺达物流,0531-88880000,SD1";
        await staff.Go("/orders/import");
        foreach (var file in new[]
        {
            $"order_no,dealer_code,ordered_on,line_no,family,spec,colour,quantity,area_m2\n{order},1,gate,2050×960,古铜,6,11.808\n{order},2,tool,扳手,,5,\n{order},3,material,胶条,,3,\n",
            $"shipment_no,order_no,shipped_at,carrier,carrier_phone,waybill_no,line_no,quantity\n{left},1,6\n{left},2,5\n{left},3,3\n",
        })
        {
            await staff.Go("/orders/import");
            await staff.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "erp.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(file) });
            await staff.Says("imports.checked");
            await staff.IsAccessible();
            Assert.False(await Host.Db(db => db.Shipments.AnyAsync(shipment => shipment.DealerId == dealer.Id)));
            await staff.Button("imports.apply", Fact.Number(1)).ClickAsync();
            await staff.Says("imports.done");
        }
        await staff.IsAccessible();
    }

    // Gates are looked at before they are taken: the packing is whole.
    private static async Task LookAtTheGatesPacking(Visit phone)
    {
        await phone.IsAccessible();
        await Assertions.Expect(phone.Field("arrivals.choose")).ToHaveCountAsync(0);
        await phone.Button("arrivals.look").ClickAsync();
        await phone.Field("inspection.packing-whole").CheckAsync();
        await phone.Says("inspection.kept");
        await phone.IsAccessible();
        await Next(phone, "inspection.add-spot");
        await Next(phone, "inspection.signature-clear");
        await Sign(phone);
        await phone.Button("inspection.submit-Passed").ClickAsync();
        await phone.Link("inspection.to-arrivals").WaitForAsync();
        await phone.IsAccessible();
        await phone.Link("inspection.to-arrivals").ClickAsync();
    }

    // The shipment is ticked among what has arrived, and taken just now.
    private static async Task PickUp(Visit phone, Dealer dealer)
    {
        await phone.Page.Locator($"#shipment-S-{dealer.Code}").GetByLabel(phone.Word("arrivals.choose")).CheckAsync();
        await phone.Link("arrivals.pick-up", Fact.Number(1)).ClickAsync();
        await Assertions.Expect(phone.Field("record-pick-up.now")).ToBeCheckedAsync();
        await phone.Settled();
        await AnEarlierTimeOutlivesAReload(phone);
        await phone.IsAccessible();
        await phone.Button("record-pick-up.do").ClickAsync();
        await phone.Says("pick-up.title");
        await phone.Settled();
        await phone.IsAccessible();
        await phone.Shot("delivery-pick-up");
    }

    private static async Task AnEarlierTimeOutlivesAReload(Visit phone)
    {
        await phone.Field("record-pick-up.earlier").CheckAsync();
        await phone.Input("picked-up-at-time").FillAsync("08:30");
        await phone.Input("picked-up-at-time").BlurAsync();
        await phone.Page.ReloadAsync();
        await phone.Settled();
        await Assertions.Expect(phone.Field("record-pick-up.earlier")).ToBeCheckedAsync();
        await Assertions.Expect(phone.Input("picked-up-at-time")).ToHaveValueAsync("08:30");
        await phone.Field("record-pick-up.now").CheckAsync();
    }

    private static async Task Acknowledge(Visit dispatcher, Dealer dealer)
    {
        var row = dispatcher.Page.Locator("li", new() { HasText = dealer.Name });
        await row.WaitForAsync();
        await dispatcher.IsAccessible();
        await row.GetByRole(AriaRole.Button, new() { Name = dispatcher.Word("rejections.acknowledge") }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("北区调度 已于");
        await dispatcher.IsAccessible();
        await dispatcher.Shot("delivery-rejections");
    }

    private async Task SilenceIsExplained(Visit phone)
    {
        var card = phone.Page.Locator("#family-material");
        await Assertions.Expect(card.Locator(".chip").First).ToHaveTextAsync(phone.Word("answer.DeemedAccepted"));
        await Assertions.Expect(card).ToContainTextAsync(phone.Word("pick-up.was-DeemedAccepted", Fact.At(Host.Clock.Now)));
        await card.Locator(".explained summary").ClickAsync();
        await Assertions.Expect(card.Locator(".explained-sheet")).ToContainTextAsync("三(三)2 五");
        await phone.IsAccessible();
        await phone.Shot("delivery-deemed");
    }

    private static async Task Inspect(Visit phone, string family)
    {
        await phone.Page.Locator($"#family-{family}").GetByRole(AriaRole.Button, new() { Name = phone.Word("pick-up.inspect") }).ClickAsync();
        await phone.Button("inspection.all-there").WaitForAsync();
        await phone.Settled();
    }

    private static async Task Next(Visit phone, string button)
    {
        await phone.Button("inspection.next").ClickAsync();
        await phone.Button(button).WaitForAsync();
    }

    // A gate's spot takes three different photos, and one of the packing.
    private static async Task Damage(Visit phone)
    {
        await phone.Button("inspection.add-spot").ClickAsync();
        await phone.Field("inspection.spot-what").FillAsync("左侧立柱中部压弯");
        await Send(phone, "section[id^=spot-]", "DSCN0010.jpg", "landscape_3.jpg", "portrait_6.jpg");
        await phone.Says("inspection.photos-of", Fact.Number(3), Fact.Number(3));
        await Send(phone, "#packing-photos", "jolla.jpg");
        await phone.Says("inspection.photos-of", Fact.Number(1), Fact.Number(1));
        await Assertions.Expect(phone.Field("inspection.spot-what")).ToHaveValueAsync("左侧立柱中部压弯");
        await phone.Field("inspection.description").FillAsync("运输中受压");
    }

    private static async Task Send(Visit phone, string place, params string[] photos)
    {
        await phone.Page.Locator($"{place} input[type=file][multiple]").SetInputFilesAsync(photos.Select(name => Path.Combine(AppContext.BaseDirectory, "TestData", "photos", name)));
        await Assertions.Expect(phone.Page.Locator($"{place} .photo[data-state=sent]")).ToHaveCountAsync(photos.Length, new() { Timeout = 60_000 });
    }

    private static async Task Sign(Visit phone)
    {
        await phone.Field("inspection.signed-by").FillAsync("王店长");
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

    // A step of the inspection, and the same step as the dealer finds it at a desk, in English.
    private async Task StepIsAccessible(Visit phone)
    {
        await phone.IsAccessible();
        await english.Go(new Uri(phone.Page.Url).PathAndQuery);
        await english.IsAccessible();
    }
}
