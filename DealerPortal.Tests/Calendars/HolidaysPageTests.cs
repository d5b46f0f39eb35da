using DealerPortal.Domain.Accounts;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Shell;
using Microsoft.Playwright;

namespace DealerPortal.Tests.Calendars;

public sealed class HolidaysPageTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Fact]
    public async Task An_administrator_loads_a_year_sees_what_changes_and_publishes_it()
    {
        var admin = await Visit(await Host.Person("holiday-admin", (Role.Administrator, null)), Screen.Desktop);
        await admin.Go(PortalUrls.Holidays);
        await admin.Button("holidays.load").First.ClickAsync();
        var text = admin.Field("holidays.text");
        await Assertions.Expect(text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("year: 20"));
        var known = await text.InputValueAsync();

        await text.FillAsync(known.Replace("is: off", "is: free", StringComparison.Ordinal));
        await admin.Button("holidays.preview").ClickAsync();
        await admin.Says("holidays.problems");
        await admin.IsAccessible();

        await text.FillAsync(known);
        await admin.Button("holidays.preview").ClickAsync();
        await admin.Says("holidays.no-days");
        await admin.Says("holidays.callbacks");
        await admin.Shot("holidays");
        await admin.Button("holidays.publish").ClickAsync();
        await admin.Sees("holiday-admin录入");
    }

    [Fact]
    public async Task It_reads_well_on_a_phone_in_English_and_is_nobody_else_s()
    {
        var auditor = await Visit(await Host.Person("holiday-auditor", (Role.Auditor, null)), Screen.Phone, Screen.English);
        await auditor.Go(PortalUrls.Holidays);
        await auditor.Sees("Published");
        await Assertions.Expect(auditor.Page.GetByRole(AriaRole.Button, new() { Name = "Amend" })).ToHaveCountAsync(0);
        await auditor.IsAccessible();
        await auditor.Shot("holidays-phone-en");

        var dealer = await Visit(await Host.DealerOwner(await Host.Dealer("hol-1")), Screen.Phone);
        await dealer.Go(PortalUrls.Holidays);
        await dealer.Says("refusal.not-found");
    }
}
