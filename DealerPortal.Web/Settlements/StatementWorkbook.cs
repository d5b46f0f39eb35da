using DealerPortal.Domain;
using DealerPortal.Domain.Settlements;
using DealerPortal.Web.Words;
using NodaTime;
using Radzen.Documents.Spreadsheet;

namespace DealerPortal.Web.Settlements;

/// <summary>A statement as a spreadsheet: who, for when, how much, then line by line. Amounts are numbers in yuan, dates are dates, and what somebody wrote is text.</summary>
public static class StatementWorkbook
{
    /// <summary>What a browser is told that it is.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The row of the table's heads, from 0.</summary>
    public const int Heads = 8;

    private const string Yuan = "#,##0.00";

    // In pixels, by column.
    private static readonly int[] Widths = [150, 110, 110, 90, 110, 110, 180, 110, 150];

    private static readonly string[] Columns =
        ["statement.order", "statement.date", "statement.promised-on", "statement.what", "statement.cause", "statement.clause", "statement.corrected", "statement.amount", "statement.case"];

    public static byte[] Of(BatchSheet.View sheet, Wording words, string company)
    {
        var book = new Workbook();
        var page = book.AddSheet(words["statement.title"], sheet.Lines.Count + Heads + 3, 9);
        page.Batch(() =>
        {
            Head(page, sheet, words, company);
            var row = Heads + 1;
            foreach (var line in sheet.Orders.SelectMany(order => order.Lines)) Line(page, row++, line, words);
            Bold(page, row, 0, words["statement.sum"]);
            Money(page, row, 7, sheet.Fen, isBold: true);
        });
        foreach (var (column, width) in Widths.Index()) page.Columns[column] = width;
        using var stream = new MemoryStream();
        book.SaveToStream(stream);
        return stream.ToArray();
    }

    private static void Head(Worksheet page, BatchSheet.View sheet, Wording words, string company)
    {
        Bold(page, 0, 0, company);
        Pair(page, 1, words["statement.number"], sheet.Number);
        Pair(page, 2, words["statement.dealer"], $"{sheet.Dealer.Name} ({sheet.Dealer.Code})");
        Pair(page, 3, words["statement.period-is"], words.Say("statement.period", Fact.On(sheet.FirstDate), Fact.On(sheet.Through)));
        Pair(page, 4, words["statement.state"], words["batch-state." + sheet.State]);
        Text(page, 5, 0, words["statement.sum"]);
        Money(page, 5, 1, sheet.Fen, isBold: true);
        if (sheet.Payment is { } paid) Pair(page, 6, words["statement.paid"], $"{words.Show(paid.On)} · {paid.Reference}");
        foreach (var (column, key) in Columns.Index()) Bold(page, Heads, column, words[key]);
    }

    private static void Line(Worksheet page, int row, StatementLine line, Wording words)
    {
        Text(page, row, 0, line.OrderNumber);
        Date(page, row, 1, line.Date);
        Date(page, row, 2, line.PromisedOn);
        Text(page, row, 3, words["entry." + line.Kind]);
        Text(page, row, 4, CauseName.Of(words, line.Cause));
        Text(page, row, 5, line.Clause.Number);
        Text(page, row, 6, line.Corrects?.Number ?? "");
        Money(page, row, 7, line.Fen);
        Text(page, row, 8, line.Question?.Number ?? "");
    }

    private static void Pair(Worksheet page, int row, string name, string value)
    {
        Text(page, row, 0, name);
        Text(page, row, 1, value);
    }

    private static void Bold(Worksheet page, int row, int column, string text)
    {
        Text(page, row, column, text);
        page.Cells[row, column].Format = new Format { Bold = true };
    }

    // Kept as text whatever it begins with: no spreadsheet may take a name for a formula.
    private static void Text(Worksheet page, int row, int column, string text) => page.Cells[row, column].Value = text;

    private static void Money(Worksheet page, int row, int column, long fen, bool isBold = false)
    {
        page.Cells[row, column].Value = (double)(fen / 100m);
        page.Cells[row, column].Format = new Format { NumberFormat = Yuan, Bold = isBold };
    }

    private static void Date(Worksheet page, int row, int column, LocalDate date)
    {
        page.Cells[row, column].Value = date.ToDateTimeUnspecified();
        page.Cells[row, column].Format = new Format { NumberFormat = "yyyy-mm-dd" };
    }
}
