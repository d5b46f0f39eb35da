using System.Globalization;
using DealerPortal.Domain;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Settlements;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Settlements;
using DealerPortal.Web.Words;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Radzen.Documents.Spreadsheet;

namespace DealerPortal.Tests.Settlements;

/// <summary>The statement as a spreadsheet, read back by the library that spreadsheets are read with.</summary>
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

        var page = Read(StatementWorkbook.Of(sheet, Words(portal), "=1+1"));

        Assert.Equal(title, page.Name);
        Assert.Equal((sheet.Number, 1400.0), (page.Cells[1, 1].Value, page.Cells[5, 1].Value));
        var rows = Enumerable.Range(StatementWorkbook.Heads + 1, sheet.Lines.Count).ToList();
        Assert.Equal(sheet.Fen / 100.0, rows.Sum(row => (double)page.Cells[row, 7].Value!));
        Assert.Equal(sheet.Orders.SelectMany(order => order.Lines).Select(line => line.Date.ToDateTimeUnspecified()), rows.Select(row => DateTime.FromOADate(Assert.IsType<double>(page.Cells[row, 1].Value))));
        Assert.All(rows, row => Assert.Equal("yyyy-mm-dd", page.Cells[row, 1].Format.NumberFormat));
        Assert.Equal(2, rows.Count(row => Equals(page.Cells[row, 3].Value, reversed)));
        Assert.Equal(sheet.Fen / 100.0, page.Cells[rows[^1] + 1, 7].Value);
    }

    [Fact]
    public async Task What_somebody_wrote_is_text_whatever_it_begins_with()
    {
        await using var portal = await Portal.Start("2026-03-02 08:00");
        var world = await SettleWorld.On(portal);
        await world.Late();
        await world.Earn("2026-04-01 00:05");
        var sheet = await world.Sheet(await world.Drawn());

        var page = Read(StatementWorkbook.Of(sheet with { Dealer = sheet.Dealer with { Name = "=HYPERLINK(1)" } }, Words(portal), "=1+1"));

        foreach (var (row, column, text) in new[] { (0, 0, "=1+1"), (2, 1, $"=HYPERLINK(1) ({sheet.Dealer.Code})") })
        {
            Assert.Null(page.Cells[row, column].Formula);
            Assert.Equal(text, page.Cells[row, column].Value);
        }
    }

    public void Dispose() => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = before;

    private static Wording Words(Portal portal) =>
        new(new Moments(portal.Clock, portal.The<PolicyBook>()), portal.The<PolicyBook>(), portal.The<PortalSettings>(), NullLogger<Wording>.Instance);

    private static Worksheet Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return Workbook.LoadFromStream(stream).Sheets[0];
    }
}
