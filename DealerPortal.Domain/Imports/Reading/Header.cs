using DealerPortal.Domain.Imports.Kinds;

namespace DealerPortal.Domain.Imports.Reading;

/// <summary>The first line of a file: what the file brings, and which cell holds which column.</summary>
public sealed class Header
{
    private readonly Dictionary<string, int> places;
    private readonly string[] headings;

    private Header(IRowKind kind, string[] headings, Dictionary<string, int> places) => (Kind, this.headings, this.places) = (kind, headings, places);

    public IRowKind Kind { get; }

    public int Width => headings.Length;

    /// <summary>Headings that no column answers to: these cells are not read.</summary>
    public IReadOnlyList<string> Ignored => [.. headings.Where((_, place) => !places.ContainsValue(place)).Where(heading => heading.Length > 0)];

    /// <summary>Where the column stands; null when the file does not have it.</summary>
    public int? PlaceOf(Column column) => places.TryGetValue(column.Key, out var place) ? place : null;

    /// <summary>The heading as the file has it.</summary>
    public string Heading(Column column) => PlaceOf(column) is { } place ? headings[place] : column.Zh;

    /// <summary>Finds the kind of file whose columns these headings are.</summary>
    public static Outcome<Header> Read(string[] headings)
    {
        headings = [.. headings.Select(heading => heading.Trim())];
        var kind = RowKinds.All.MaxBy(kind => kind.Columns.Count(column => column.IsRequired && headings.Any(column.IsCalled)) - kind.Columns.Count(column => column.IsRequired && !headings.Any(column.IsCalled)))!;
        var missing = kind.Columns.Where(column => column.IsRequired && !headings.Any(column.IsCalled)).ToList();
        if (missing.Count == kind.Columns.Count(column => column.IsRequired)) return new Refusal("import.header-unknown");
        if (missing.Count > 0) return new Refusal("import.columns-missing", null, null, Fact.Of(string.Join(", ", missing.Select(column => $"{column.Zh} ({column.En})"))));

        var twice = kind.Columns.FirstOrDefault(column => headings.Count(column.IsCalled) > 1);
        if (twice is not null) return new Refusal("import.column-twice", null, null, Fact.Of($"{twice.Zh} ({twice.En})"));
        return new Header(kind, headings, kind.Columns.Where(column => headings.Any(column.IsCalled)).ToDictionary(column => column.Key, column => Array.FindIndex(headings, column.IsCalled)));
    }
}
