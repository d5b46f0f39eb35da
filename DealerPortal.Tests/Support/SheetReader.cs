using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace DealerPortal.Tests.Support;

/// <summary>A spreadsheet's first sheet, read back: the file keeps to the format, and each cell is what it says.</summary>
internal sealed class SheetReader : IDisposable
{
    private readonly SpreadsheetDocument file;
    private readonly Dictionary<string, Cell> cells;

    public SheetReader(byte[] content)
    {
        file = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        Offences.None(new OpenXmlValidator().Validate(file).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        cells = file.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
    }

    public string Name => file.WorkbookPart!.Workbook!.Descendants<Sheet>().Single().Name!.Value!;

    public string Text(int row, int column) => Assert.IsType<InlineString>(At(row, column).InlineString).InnerText;

    public decimal Number(int row, int column)
    {
        Assert.Null(At(row, column).DataType);
        return decimal.Parse(At(row, column).CellValue!.Text, CultureInfo.InvariantCulture);
    }

    public DateTime Date(int row, int column) => DateTime.FromOADate((double)Number(row, column));

    /// <summary>The number format as the file writes it; "General" where the cell names none.</summary>
    public string Format(int row, int column)
    {
        var number = FormatOf(row, column).NumberFormatId!.Value;
        var own = Styles.NumberingFormats!.Elements<NumberingFormat>().SingleOrDefault(format => format.NumberFormatId! == number);
        return own?.FormatCode!.Value ?? "General";
    }

    public bool IsBold(int row, int column) =>
        Styles.Fonts!.Elements<Font>().ElementAt((int)FormatOf(row, column).FontId!.Value).Bold is not null;

    public bool HasFormula => cells.Values.Any(cell => cell.CellFormula is not null);

    public void Dispose() => file.Dispose();

    private Stylesheet Styles => file.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;

    private CellFormat FormatOf(int row, int column) =>
        Styles.CellFormats!.Elements<CellFormat>().ElementAt((int)At(row, column).StyleIndex!.Value);

    // Rows and columns from 0.
    private Cell At(int row, int column) => cells[$"{(char)('A' + column)}{row + 1}"];
}
