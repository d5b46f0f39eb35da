using System.Globalization;
using DealerPortal.Domain;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Settlements;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Settlements;
using DealerPortal.Web.Words;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace DealerPortal.Tests.Settlements;

/// <summary>The statement as a spreadsheet, read back and held against the format.</summary>
public sealed class StatementWorkbookTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    [Theory]
    [InlineData("zh-CN", "延期赔偿对账单", "冲正")]
    [InlineData("en", "Statement of late-delivery pay", "Reversed")]
    public async Task It_holds_every_line_with_dates_as_dates_and_yuan_as_numbers(string language, string title, string reversed)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        await using var portal = await Portal.Start("2026-03-02 08:00");
        var world = await SettleWorld.On(portal);
        var (first, _) = (await world.Late(), await world.Late("2026-03-12 09:00"));
        await world.Shipped(first, "2026-03-18 10:00");
        await world.Earn("2026-04-01 00:05");
        await world.Paid();
        await world.Decide(first, "dealer");
        await world.Earn("2026-05-01 00:05");
        var sheet = await world.Sheet(await world.Drawn(new(2026, 4, 30)));

        using var page = new SheetReader(StatementWorkbook.Of(sheet, Words(portal), "=1+1"));

        Assert.Equal(title, page.Name);
        Assert.Equal((sheet.Number, 1400), (page.Text(1, 1), page.Number(5, 1)));
        var rows = Enumerable.Range(StatementWorkbook.Heads + 1, sheet.Lines.Count).ToList();
        Assert.Equal(sheet.Fen / 100m, rows.Sum(row => page.Number(row, StatementWorkbook.AmountColumn)));
        Assert.Equal(
            sheet.Orders.SelectMany(order => order.Lines).Select(line => line.Date.ToDateTimeUnspecified()),
            rows.Select(row => page.Date(row, 1)));
        Assert.All(rows, row => Assert.Equal(("yyyy-mm-dd", false), (page.Format(row, 1), page.IsBold(row, 1))));
        Assert.All(rows, row => Assert.Equal("#,##0.00", page.Format(row, StatementWorkbook.AmountColumn)));
        Assert.Equal(2, rows.Count(row => page.Text(row, 3) == reversed));
        var sum = rows[^1] + 1;
        Assert.Equal((sheet.Fen / 100m, true), (page.Number(sum, StatementWorkbook.AmountColumn), page.IsBold(sum, StatementWorkbook.AmountColumn)));
        Assert.True(page.IsBold(StatementWorkbook.Heads, 0));
    }

    [Fact]
    public async Task What_somebody_wrote_is_text_whatever_it_begins_with()
    {
        await using var portal = await Portal.Start("2026-03-02 08:00");
        var world = await SettleWorld.On(portal);
        await world.Late();
        await world.Earn("2026-04-01 00:05");
        var sheet = await world.Sheet(await world.Drawn());

        const string name = "=HYPERLINK(1)\u0001 𠮷";
        using var page = new SheetReader(StatementWorkbook.Of(sheet with { Dealer = sheet.Dealer with { Name = name } }, Words(portal), "=1+1"));

        Assert.False(page.HasFormula);
        Assert.Equal(("=1+1", $"=HYPERLINK(1) 𠮷 ({sheet.Dealer.Code})"), (page.Text(0, 0), page.Text(2, 1)));
    }

    public void Dispose() => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = before;

    private static Wording Words(Portal portal) =>
        new(new Moments(portal.Clock, portal.The<PolicyBook>()), portal.The<PolicyBook>(), portal.The<PortalSettings>(), NullLogger<Wording>.Instance);
}
