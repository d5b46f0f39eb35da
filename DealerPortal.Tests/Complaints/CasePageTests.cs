using System.Text.RegularExpressions;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Inspections;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace DealerPortal.Tests.Complaints;

/// <summary>The ways to a complaint from the goods themselves, and what its page shows and says.</summary>
public sealed class CasePageTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Fact]
    public async Task From_a_delivery_that_silence_has_settled_the_form_says_before_that_nothing_is_compensated()
    {
        var (dealer, order, pickUp) = await Goods();
        var owner = await Host.DealerOwner(dealer);
        var visit = await Visit(owner, Screen.Phone);
        await visit.Go($"/pick-ups/{pickUp}");
        await visit.Link("inspection.complain").ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex("/cases/new\\?pickUp="));
        await visit.Settled();
        await Expect(visit.Input("family")).ToHaveValueAsync("gate");
        await Expect(visit.Text("filing.paid-service")).ToHaveCountAsync(0);

        await visit.Choose(visit.Select("filing.category"), Host.ProblemName("2.1"));
        await visit.Choose(visit.Select("filing.order"), "SO-" + dealer.Code);
        await visit.Says("filing.paid-service");
        await visit.IsAccessible();
        await visit.Shot("filing-deemed");

        var desk = await Visit(await Host.Person("客服", (Role.AfterSalesAgent, null)));
        await desk.Go($"/pick-ups/{pickUp}");
        await desk.Link("inspection.complain").ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync(new Regex("/cases/new\\?pickUp="));
        await desk.Settled();
        await desk.Choose(desk.Select("filing.category"), Host.ProblemName("2.1"));
        await desk.Choose(desk.Select("filing.order"), "SO-" + dealer.Code);
        await desk.Field("filing.description").FillAsync("少一樘");
        await desk.Field("filing.description").BlurAsync();
        await desk.Button("filing.do").ClickAsync();
        await desk.Says("refusal.complaint.paid-service-first");
        await desk.Field("filing.paid-service-known").CheckAsync();
        await desk.Button("filing.do").ClickAsync();

        await desk.Says("case.filed");
        await desk.Says("filing.paid-service");
        Assert.True(await Host.Db(db => db.Complaints.Where(one => one.DealerId == dealer.Id).Select(one => one.PaidServiceClause != null).SingleAsync()));
    }

    [Theory]
    [InlineData(Screen.Chinese)]
    [InlineData(Screen.English)]
    public async Task From_an_order_staff_need_not_say_whose_it_is_and_the_case_shows_what_was_ordered(string language)
    {
        var (dealer, order, _) = await Goods();
        var visit = await Visit(await Host.Person("客服", (Role.AfterSalesAgent, null)), language == Screen.English ? Screen.Phone : Screen.Desktop, language);
        var isEnglish = language == Screen.English;
        await visit.Go($"/orders/{order}");
        await visit.Link("inspection.complain").ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex("order="));
        await visit.Settled();
        await Expect(visit.Input("dealer")).ToHaveValueAsync(dealer.Id.ToString());
        await visit.Choose(visit.Select("filing.category"), Host.ProblemName("2.4", isEnglish));
        await visit.Field("filing.description").FillAsync("送货员态度不好");
        await visit.Field("filing.description").BlurAsync();
        await visit.Page.Locator(".form-end button").ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex("filed=true"));

        await visit.Sees("GM-1");
        await visit.Page.Locator(".why-not > summary").ClickAsync();
        await visit.Says("case.not-before");
        await visit.IsAccessible();
        await visit.Shot("case");

        await visit.Page.Locator("[name=text]").FillAsync("请补一张照片");
        await visit.Page.ReloadAsync();
        await visit.Settled();
        await Expect(visit.Page.Locator("[name=text]")).ToHaveValueAsync("请补一张照片");
    }

    [Fact]
    public async Task The_photos_of_the_inspection_stand_beside_those_of_the_case_spot_by_spot()
    {
        var (dealer, order, pickUp) = await Goods();
        var inspection = Inspection.OfPickUp(Guid.CreateVersion7(), dealer.Id, pickUp, "gate", InspectionStage.Warehouse, Clause, Host.Clock.Now);
        await Host.Db(db => { db.Inspections.Add(inspection); db.Rejections.Add(new(inspection.Id, dealer.Id, null, pickUp, "gate", Host.Clock.Now, isLate: false)); return Task.FromResult(0); });
        await Host.Db(db => db.Database.ExecuteSqlAsync($"UPDATE Inspections SET SubmittedAt = {Host.Clock.Now.ToUnixTimeTicks() / 10}, SubmittedBy = '老板', Description = '左侧立柱压弯' WHERE Id = {inspection.Id}"));
        await Host.Db(db => db.Database.ExecuteSqlAsync($"INSERT INTO DamageSpot (Id, InspectionId, Number, What, IsSevere) VALUES ({Guid.CreateVersion7()}, {inspection.Id}, 1, '立柱', 1)"));
        var agent = await Host.Person("客服", (Role.AfterSalesAgent, null));
        var filed = await Host.The<FileComplaint>().Run(new(Guid.CreateVersion7(), dealer.Id,
            new() { Source = CaseSource.Hotline, Family = "gate", Category = "1-1.4", Description = "压弯", InspectionId = inspection.Id, OrderId = order }, KnowsPaidService: true), agent, default);
        Assert.True(filed.IsDone, filed.Refusal?.Code);

        var visit = await Visit(agent);
        await visit.Go($"/cases/{filed.Value}");

        await visit.Sees("左侧立柱压弯");
        await visit.Sees("1. 立柱");
        await Expect(visit.Page.Locator(".halves .photo-strip")).ToHaveCountAsync(3);
        await visit.IsAccessible();
        await visit.Shot("case-inspected");
    }

    private static readonly Clause Clause = new("doors-and-windows", "2026-01", "三(三)2 四");

    // Gates ordered, sent and picked up five days ago, and nothing said since.
    private async Task<(Dealer Dealer, Guid Order, Guid PickUp)> Goods()
    {
        var dealer = await Host.Dealer("D-" + Guid.NewGuid().ToString("N")[..6]);
        var order = new Order(Guid.CreateVersion7(), "SO-" + dealer.Code, new(dealer.Id, new LocalDate(2026, 2, 20), [new(1, "gate", "GM-1 1.8×2.4", "古铜", 6)]));
        var (taken, ends) = (Host.Clock.Now - Duration.FromDays(5), Host.Clock.Now - Duration.FromDays(4));
        var pickUp = new PickUp(Guid.CreateVersion7(), dealer.Id, taken, taken, []);
        pickUp.Await("gate", 6, new Ruling<Window>(new Window(taken, ends), Clause, []));
        await Host.Db(db => { db.Orders.Add(order); db.PickUps.Add(pickUp); return Task.FromResult(0); });
        return (dealer, order.Id, pickUp.Id);
    }
}
