using DealerPortal.Domain;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Orders;
using DealerPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace DealerPortal.Tests.Shell;

public sealed class HomeTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Fact]
    public async Task Several_needs_of_one_kind_stand_there_at_once_and_follow_what_happens()
    {
        var dealer = await Host.Dealer("D-HOME");
        var owner = await Host.DealerOwner(dealer);
        var order = new Order(Guid.CreateVersion7(), "O-HOME", new(dealer.Id, new(2026, 2, 20), [new(1, "tool", "扳手", null, 9)]));
        Shipment[] shipments = [.. Enumerable.Range(1, 3).Select(i => new Shipment(Guid.CreateVersion7(), $"S-HOME-{i}", order,
            new(Host.Clock.Now - NodaTime.Duration.FromDays(1), "顺达物流", null, null, new Dictionary<int, decimal> { [1] = 3 })))];
        await Host.Db(db => { db.Orders.Add(order); db.Shipments.AddRange(shipments); return Task.FromResult(0); });
        var phone = await Visit(owner, Screen.Phone);
        await phone.Go("/");
        await phone.Says("home.count", Fact.Number(3));

        Assert.True((await Host.The<RecordPickUp>().Run(new(Guid.CreateVersion7(), [shipments[0].Id], null), owner, default)).IsDone);

        await Expect(phone.Page.Locator(".first-need")).ToContainTextAsync(phone.Word("need.answer.act"));
        await Expect(phone.Page.Locator(".todo > li")).ToHaveCountAsync(1);
        await Expect(phone.Page.Locator(".todo-fold .badge")).ToHaveTextAsync("2");
        await phone.Says("home.count", Fact.Number(3));
    }
}
