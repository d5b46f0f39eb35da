using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace DealerPortal.Domain.Imports.Reading;

/// <summary>Reads the cells of a row strictly: a value as it is written down in the template, or a problem that says what is allowed.</summary>
internal sealed class Cells(Row row, Landing landing)
{
    // Year first, as the ERP writes dates and as spreadsheets rewrite them; nothing that could be read as two days.
    private static readonly LocalDatePattern[] Dates = [.. new[] { "uuuu-MM-dd", "uuuu/M/d" }.Select(LocalDatePattern.CreateWithInvariantCulture)];

    private static readonly LocalDateTimePattern[] Moments =
        [.. new[] { "uuuu-MM-dd HH:mm", "uuuu-MM-dd HH:mm:ss", "uuuu/M/d H:mm", "uuuu/M/d H:mm:ss" }.Select(LocalDateTimePattern.CreateWithInvariantCulture)];

    public Row Row => row;

    public string Text(Column column, int max)
    {
        var text = row[column];
        return text.Length == 0 ? Refuse(column, new("import.required"), "")
            : text.Length > max ? Refuse(column, new("import.too-long", null, null, Fact.Number(max)), "")
            : text.Any(char.IsControl) ? Refuse(column, new("import.control-character"), "")
            : text;
    }

    public string? Optional(Column column, int max) => row[column].Length == 0 ? null : Text(column, max);

    /// <summary>Digits and <c>+ - ( ) #</c> or blanks between them.</summary>
    public string? Phone(Column column)
    {
        var text = row[column];
        return text.Length == 0 ? null
            : text.Length <= 40 && text.Any(char.IsAsciiDigit) && text.All(letter => char.IsAsciiDigit(letter) || "+-()# ".Contains(letter, StringComparison.Ordinal)) ? text
            : Refuse<string?>(column, new("import.phone"), null);
    }

    public int Whole(Column column, int max) =>
        int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max
            ? number : Refuse(column, new("import.whole-number", null, null, Fact.Number(max)), 0);

    /// <summary>More than nothing, at most to the thousandth.</summary>
    public decimal Quantity(Column column, decimal max, bool whole = false)
    {
        var isNumber = decimal.TryParse(row[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        return !isNumber || number <= 0 || number > max || !decimal.IsInteger(number * 1000) ? Refuse(column, new("import.quantity", null, null, Fact.Number(max)), 0m)
            : whole && !decimal.IsInteger(number) ? Refuse(column, new("import.quantity-whole"), 0m)
            : number;
    }

    public LocalDate Date(Column column)
    {
        var date = Dates.Select(pattern => pattern.Parse(row[column])).FirstOrDefault(parsed => parsed.Success)?.Value;
        return date is null || date.Value.Year < 2000 ? Refuse(column, new("import.date"), default(LocalDate))
            : date > landing.Today ? Refuse(column, new("import.future"), default(LocalDate))
            : date.Value;
    }

    public Instant Moment(Column column)
    {
        var local = Moments.Select(pattern => pattern.Parse(row[column])).FirstOrDefault(parsed => parsed.Success)?.Value;
        if (local is null || local.Value.Year < 2000) return Refuse(column, new("import.moment"), default(Instant));
        var instant = local.Value.InZoneLeniently(landing.Terms.Zone).ToInstant();
        return instant > landing.Now ? Refuse(column, new("import.future"), default(Instant)) : instant;
    }

    public Instant? OptionalMoment(Column column) => row[column].Length == 0 ? null : Moment(column);

    /// <summary>The cell says the same as in the first row of the thing.</summary>
    public void SameAs(Row first, params ReadOnlySpan<Column> columns)
    {
        foreach (var column in columns)
            if (row[column] != first[column]) Refuse(column, new("import.differs", null, null, Fact.Number(first.Line), Fact.Of(first[column])), 0);
    }

    public T Refuse<T>(Column column, Refusal why, T instead)
    {
        landing.Refuse(row, column, why);
        return instead;
    }
}
