using DealerPortal.Domain.Accounts;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Shell;
using Microsoft.Playwright;

namespace DealerPortal.Tests.Calendars;

[Collection(Browsers.Name)]
public sealed class HolidaysPageTests(PortalHost host) : BrowserTests(host)
{
    [Fact]
    public async Task An_administrator_loads_a_year_sees_what_changes_and_publishes_it()
    {
        var admin = await Visit(await Host.Person("holiday-admin", (Role.Administrator, null)), Screen.Desktop);
        await admin.Go(PortalUrls.Holidays);
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "录入" }).First.ClickAsync();
        var text = admin.Field("放假与调休");
        await Assertions.Expect(text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("year: 20"));
        var known = await text.InputValueAsync();

        await text.FillAsync(known.Replace("is: off", "is: free", StringComparison.Ordinal));
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "看看会有什么变化" }).ClickAsync();
        await admin.Sees("需要改正");
        await admin.IsAccessible();

        await text.FillAsync(known);
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "看看会有什么变化" }).ClickAsync();
        await admin.Sees("没有一天在上班与放假之间变动。");
        await admin.Sees("个待回访里");
        await admin.Shot("holidays");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "年放假安排" }).ClickAsync();
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
        await dealer.Sees("没有找到");
    }
}
