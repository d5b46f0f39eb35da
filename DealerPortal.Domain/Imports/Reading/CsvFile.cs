using CsvHelper;

namespace DealerPortal.Domain.Imports.Reading;

/// <summary>A file open for reading, row by row, so that its size does not matter to memory.</summary>
public sealed class CsvFile : IDisposable
{
    /// <summary>Rows of a file, without its header.</summary>
    public const int MaxRows = 100_000;

    private const int GroupsInBatch = 100;
    private const int RowsInBatch = 500;
    private const int RowsInGroup = 500;
    private const int BytesInRow = 16 * 1024;
    private const string TooLong = "import.row-too-long";

    private readonly CsvReader reader;
    private bool isBad;

    private CsvFile(StreamReader text) => reader = CsvReader.Create(text, new CsvReaderOptions
    {
        Separator = ',',
        HasHeader = false,
        // A quote left open then spoils its own line and not the rest of the file.
        AllowLineBreaksInQuotes = false,
        MaxRecordSize = BytesInRow,
        BufferSize = BytesInRow,
        TrackLineNumbers = true,
        OnMalformedRecord = _ => isBad = true,
    }, leaveOpen: false);

    public Header Header { get; private set; } = default!;

    /// <summary>Opens the file and reads its header. The stream is closed with the file.</summary>
    public static Outcome<CsvFile> Open(Stream stream)
    {
        var text = CsvText.Open(stream);
        if (text.Refusal is { } unreadable) return unreadable;

        var file = new CsvFile(text.Value!);
        var header = file.Next() is { } first ? first.Fault ?? Take(Header.Read(first.Cells)) : new Refusal("import.empty-file");
        if (header is null) return file;
        file.Dispose();
        return header;

        Refusal? Take(Outcome<Header> read)
        {
            file.Header = read.Value!;
            return read.Refusal;
        }
    }

    /// <summary>The file in batches. The rows of one thing stand together; a number that comes again further down is refused there.</summary>
    public IEnumerable<Batch> Batches()
    {
        var rows = 0;
        var groups = new List<RowGroup>();
        foreach (var group in Groups())
        {
            groups.Add(group);
            rows += group.Rows.Count;
            if (groups.Count < GroupsInBatch && groups.Sum(held => held.Rows.Count) < RowsInBatch) continue;
            yield return new(groups, rows);
            groups = [];
        }
        if (groups.Count > 0) yield return new(groups, rows);
    }

    /// <summary>Counts the rows, or says why there are none or too many to be read.</summary>
    public Outcome<int> CountRows() => Rows().Take(MaxRows + 1).Count() switch
    {
        0 => new Refusal("import.no-rows"),
        > MaxRows => new Refusal("import.too-many-rows", null, null, Fact.Number(MaxRows)),
        var rows => rows,
    };

    private IEnumerable<RowGroup> Groups()
    {
        var seen = new HashSet<string>();
        var held = new List<Row>();
        foreach (var row in Rows())
        {
            if (held.Count > 0 && (Key(row).Length == 0 || Key(row) != Key(held[0]) || held.Count == RowsInGroup))
            {
                yield return GroupOf(held, seen);
                held = [];
            }
            held.Add(row);
        }
        if (held.Count > 0) yield return GroupOf(held, seen);
    }

    private RowGroup GroupOf(List<Row> rows, HashSet<string> seen)
    {
        var key = Key(rows[0]);
        var fault = rows.Select(row => row.Fault).FirstOrDefault(fault => fault is not null)
            ?? (key.Length > 0 && !seen.Add(key) ? new("import.scattered", null, null, Fact.Of(key), Fact.Number(RowsInGroup)) : null);
        return new(key, rows, fault);
    }

    private string Key(Row row) => row[Header.Kind.Key];

    private IEnumerable<Row> Rows()
    {
        while (Next() is { } row)
        {
            if (row.Cells.All(string.IsNullOrWhiteSpace) && row.Fault is null) continue;
            yield return row.Fault is null && row.Cells.Length != Header.Width
                ? row with { Fault = new("import.cells", null, null, Fact.Number(Header.Width), Fact.Number(row.Cells.Length)) }
                : row;
            if (row.Fault?.Code == TooLong) yield break;
        }
    }

    private Row? Next()
    {
        isBad = false;
        var line = (int)reader.LineNumber + 1;
        try
        {
            return reader.Read() ? new(Header, (int)reader.LineNumber, reader.Current.ToArray(), isBad ? new("import.bad-quotes") : null) : null;
        }
        catch (CsvFormatException)
        {
            return new(Header, line, [], new(TooLong, null, null, Fact.Number(BytesInRow)));
        }
    }

    public void Dispose() => reader.Dispose();
}
