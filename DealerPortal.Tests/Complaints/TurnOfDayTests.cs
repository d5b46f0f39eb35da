using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Shell;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace DealerPortal.Tests.Complaints;

/// <summary>A page that stays open over midnight.</summary>
public sealed class TurnOfDayTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Fact]
    public async Task What_ends_today_is_on_the_board_from_midnight_on_without_anybody_asking()
    {
        var dealer = await Host.Dealer("T-" + Guid.NewGuid().ToString("N")[..6]);
        var agent = await Host.Person("夜班", (Role.AfterSalesAgent, null));
        var filed = await Host.The<FileComplaint>().Run(new(Guid.CreateVersion7(), dealer.Id, new() { Source = CaseSource.Hotline, Family = "gate", Category = "1-1.4", Description = "焊点过大" }), agent, default);
        Host.Clock.Now = Shanghai.At("2026-03-05 23:59");
        Host.The<TurnOfDay>().Look();
        var visit = await Visit(agent);
        await visit.Go($"/triage?due=Today&dealer={dealer.Code}");
        var row = visit.Page.Locator($"[data-case='{filed.Value}']");
        await visit.Says("triage.none-filtered");
        await Expect(row).ToHaveCountAsync(0);

        Host.Clock.Advance(Duration.FromMinutes(1));
        Host.The<TurnOfDay>().Look();

        await Expect(row).ToHaveCountAsync(1);
    }
}
