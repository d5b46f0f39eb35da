using DealerPortal.Domain;
using DealerPortal.Domain.Settlements;
using DealerPortal.Web.Parts;
using DealerPortal.Web.Words;

namespace DealerPortal.Web.Settlements;

/// <summary>A statement as a spreadsheet: who, for when, how much, then line by line.</summary>
/// <remarks>Amounts are numbers in yuan, dates are dates, and what somebody wrote is text.</remarks>
public static class StatementWorkbook
{
    /// <summary>The row of the table's heads, from 0.</summary>
    public const int Heads = 8;

    /// <summary>The column of the amounts, from 0.</summary>
    public const int AmountColumn = 7;

    // In pixels, by column.
    private static readonly int[] Widths = [150, 110, 110, 90, 110, 110, 180, 110, 150];

    private static readonly string[] Columns =
    [
        "statement.order", "statement.date", "statement.promised-on", "statement.what", "statement.cause", "statement.clause",
        "statement.corrected", "statement.amount", "statement.case",
    ];

    public static byte[] Of(BatchSheet.View sheet, Wording words, string company)
    {
        var page = new FormattedSheet(words["statement.title"], Widths);
        AddHead(page, sheet, words, company);
        page.AddRow([.. Columns.Select(key => FormattedSheet.Text(words[key], isBold: true))]);
        foreach (var line in sheet.Orders.SelectMany(order => order.Lines)) AddLine(page, line, words);
        page.AddRow(
        [
            FormattedSheet.Text(words["statement.sum"], isBold: true),
            .. Enumerable.Range(1, AmountColumn - 1).Select(_ => FormattedSheet.Text("")),
            FormattedSheet.Yuan(sheet.Fen, isBold: true),
        ]);
        return page.ToBytes();
    }

    private static void AddHead(FormattedSheet page, BatchSheet.View sheet, Wording words, string company)
    {
        page.AddRow(FormattedSheet.Text(company, isBold: true));
        AddPair(page, words["statement.number"], sheet.Number);
        AddPair(page, words["statement.dealer"], $"{sheet.Dealer.Name} ({sheet.Dealer.Code})");
        AddPair(page, words["statement.period-is"], words.Say("statement.period", Fact.On(sheet.FirstDate), Fact.On(sheet.Through)));
        AddPair(page, words["statement.state"], words["batch-state." + sheet.State]);
        page.AddRow(FormattedSheet.Text(words["statement.sum"]), FormattedSheet.Yuan(sheet.Fen, isBold: true));
        if (sheet.Payment is { } paid) AddPair(page, words["statement.paid"], $"{words.Show(paid.On)} · {paid.Reference}");
        else page.AddRow();
        page.AddRow();
    }

    private static void AddPair(FormattedSheet page, string name, string value) =>
        page.AddRow(FormattedSheet.Text(name), FormattedSheet.Text(value));

    private static void AddLine(FormattedSheet page, StatementLine line, Wording words) => page.AddRow(
        FormattedSheet.Text(line.OrderNumber),
        FormattedSheet.Date(line.Date),
        FormattedSheet.Date(line.PromisedOn),
        FormattedSheet.Text(words["entry." + line.Kind]),
        FormattedSheet.Text(CauseName.Of(words, line.Cause)),
        FormattedSheet.Text(line.Clause.Number),
        FormattedSheet.Text(line.Corrects?.Number ?? ""),
        FormattedSheet.Yuan(line.Fen),
        FormattedSheet.Text(line.Question?.Number ?? ""));
}
