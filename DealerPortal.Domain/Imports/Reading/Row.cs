namespace DealerPortal.Domain.Imports.Reading;

/// <summary>One row of a file as it was written.</summary>
/// <param name="Line">The line on which it begins, from 1; the header is line 1.</param>
/// <param name="Fault">Why the row cannot be read at all; null when it can.</param>
public sealed record Row(Header Header, int Line, string[] Cells, Refusal? Fault)
{
    /// <summary>The trimmed cell; empty where the file has no such column.</summary>
    public string this[Column column] => Header.PlaceOf(column) is { } place && place < Cells.Length ? Cells[place].Trim() : "";
}

/// <summary>The rows of one dealer, order or shipment, one below the other.</summary>
/// <param name="Fault">Why the rows cannot be taken as one thing; null when they can.</param>
public sealed record RowGroup(string Key, IReadOnlyList<Row> Rows, Refusal? Fault);

/// <summary>Some groups that are taken over in one save.</summary>
/// <param name="RowsDone">The rows of the file up to and with this batch.</param>
public sealed record Batch(IReadOnlyList<RowGroup> Groups, int RowsDone);
