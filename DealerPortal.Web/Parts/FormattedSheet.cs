using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NodaTime;

namespace DealerPortal.Web.Parts;

/// <summary>A small spreadsheet of one sheet, written row by row: bold heads, amounts as numbers, dates as dates, widths of columns.</summary>
public sealed class FormattedSheet(string name, IReadOnlyList<int> columnPixels)
{
    /// <summary>What a browser is told that it is.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // Numbers below 164 belong to the formats that every spreadsheet program knows.
    private const uint AmountFormat = 164, DateFormat = 165;

    // A column's width is counted in digits of the standard font, each about seven pixels wide.
    private const double PixelsPerDigit = 7.0;

    private readonly SheetData rows = new();
    private uint rowNumber;

    public static Cell Text(string text, bool isBold = false) => new()
    {
        // Always text, whatever it begins with: no spreadsheet program may take a dealer's name for a formula.
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve }),
        StyleIndex = Style(0, isBold),
    };

    public static Cell Yuan(long fen, bool isBold = false) =>
        new() { CellValue = new CellValue(fen / 100m), StyleIndex = Style(1, isBold) };

    public static Cell Date(LocalDate date) =>
        new() { CellValue = new CellValue(date.ToDateTimeUnspecified().ToOADate()), StyleIndex = Style(2, isBold: false) };

    /// <summary>Writes the next row from its first column on; without cells it stays empty.</summary>
    public void AddRow(params IReadOnlyList<Cell> cells)
    {
        var row = new Row { RowIndex = ++rowNumber };
        foreach (var (column, cell) in cells.Index())
        {
            cell.CellReference = $"{(char)('A' + column)}{rowNumber}";
            row.Append(cell);
        }
        rows.Append(row);
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var page = book.AddNewPart<WorksheetPart>();
            page.Worksheet = new Worksheet(Columns(), rows);
            book.Workbook = new Workbook(new Sheets(new Sheet { Name = name, SheetId = 1, Id = book.GetIdOfPart(page) }));
        }
        return stream.ToArray();
    }

    // A file with a control character pasted from elsewhere would not open.
    private static string Writable(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)));

    private Columns Columns() => new(columnPixels.Select((pixels, column) =>
        new Column { Min = (uint)column + 1, Max = (uint)column + 1, Width = pixels / PixelsPerDigit, CustomWidth = true }));

    // The place of a style in the list below: general, amount and date, each plain and bold.
    private static uint Style(uint format, bool isBold) => (format * 2) + (isBold ? 1u : 0);

    private static Stylesheet Styles() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = AmountFormat, FormatCode = "#,##0.00" },
            new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "yyyy-mm-dd" }),
        new Fonts(new Font(), new Font(new Bold())),
        // The first two fills are fixed by the format, whatever is written here.
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            from format in new uint[] { 0, AmountFormat, DateFormat }
            from font in new uint[] { 0, 1 }
            select new CellFormat { NumberFormatId = format, FontId = font, ApplyNumberFormat = true, ApplyFont = true }));
}
