using System.Globalization;
using DealerPortal.Domain.Policies.Reading;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Checks a table of windows before it is believed: for each family every quantity has exactly one row, and every row its use.</summary>
internal static class WindowTable
{
    public static void Check(IReadOnlyList<WindowRow> rows, IReadOnlyList<Family> families, Place table, PackProblems problems)
    {
        foreach (var row in rows) CheckRow(row, families, problems);
        foreach (var family in families) CheckAxis(family, [.. rows.Where(row => row.Families.Contains(family.Code)).OrderBy(row => row.From)], table, problems);
    }

    private static void CheckRow(WindowRow row, IReadOnlyList<Family> families, PackProblems problems)
    {
        if (row.Below is { } below && below <= row.From)
            problems.Add(row.Place, $"this row can never apply: no quantity is from {Say(row.From)} and below {Say(below)}.");
        if (row.Families.Count == 0) problems.Add(row.Place, "this row can never apply: it names no family.");
        foreach (var twice in row.Families.GroupBy(code => code).Where(same => same.Count() > 1)) problems.Add(row.Place, $"the family '{twice.Key}' is named twice.");
        foreach (var family in families.Where(family => row.Families.Contains(family.Code)))
            if (row.Measure != Measure.None && row.Measure != family.Measure)
                problems.Add(row.Place, $"'{family.Code}' is measured in {family.Measure.Code()}, not in {row.Measure.Code()}.");
    }

    // Walks up the axis of quantities from 0; `settled` is the first quantity that no row so far has claimed, null beyond a row without end.
    private static void CheckAxis(Family family, IReadOnlyList<WindowRow> rows, Place table, PackProblems problems)
    {
        decimal? settled = 0;
        WindowRow? reaching = null;
        foreach (var row in rows.Where(row => row.Below is null || row.Below > row.From))
        {
            if (settled is null || row.From < settled)
                problems.Add(row.Place, Claimed(family, row, reaching!, settled));
            else if (row.From > settled)
                problems.Add(row.Place, $"gap: '{family.Code}' has no window from {Say(settled.Value)} and below {Say(row.From)}.");
            if (reaching is not null && (settled is null || row.Below <= settled)) continue;
            (settled, reaching) = (row.Below, row);
        }

        if (settled is { } open) problems.Add(reaching?.Place ?? table, $"gap: '{family.Code}' has no window from {Say(open)} on.");
    }

    private static string Claimed(Family family, WindowRow row, WindowRow earlier, decimal? settled) =>
        settled is null || row.Below <= settled
            ? $"this row can never apply to '{family.Code}': line {earlier.Place.Line} already settles every quantity of it."
            : $"overlap: '{family.Code}' from {Say(row.From)} and below {Say(settled.Value)} is settled by line {earlier.Place.Line} too.";

    private static string Say(decimal quantity) => quantity.ToString(CultureInfo.InvariantCulture);
}
