using DealerPortal.Domain.Imports.Reading;

namespace DealerPortal.Domain.Imports.Kinds;

/// <summary>One kind of file: its columns, and how its rows are taken over.</summary>
public interface IRowKind
{
    ImportKind Kind { get; }

    IReadOnlyList<Column> Columns { get; }

    /// <summary>The column that names the thing: rows with the same number belong together.</summary>
    Column Key { get; }

    /// <summary>Takes the groups over into the landing's context, without saving: a dry run is the same thing, thrown away.</summary>
    Task Land(Landing landing, IReadOnlyList<RowGroup> groups, CancellationToken stop);
}

/// <summary>Every kind of file, in the order in which they are brought.</summary>
public static class RowKinds
{
    public static IReadOnlyList<IRowKind> All { get; } = [new DealerRows(), new OrderRows(), new ShipmentRows(), new TierRows()];

    public static IRowKind Of(ImportKind kind) => All.First(rows => rows.Kind == kind);
}
