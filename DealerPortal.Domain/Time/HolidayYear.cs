using System.Collections.Immutable;

namespace DealerPortal.Domain.Time;

/// <summary>One year of public holidays and make-up days, as its notice published them, or as the law alone fixes them before there is a notice.</summary>
/// <remarks>A notice may decide the last days of the year before as well: the New Year break of 2019 began on 2018-12-29.</remarks>
public sealed class HolidayYear
{
    /// <exception cref="ArgumentException">No days, a day outside the year, or a day named twice.</exception>
    public HolidayYear(int year, IEnumerable<HolidayDay> days, params IEnumerable<string> sources)
    {
        Year = year;
        Days = [.. days.OrderBy(day => day.Date)];
        Sources = [.. sources];
        if (Days.IsEmpty) throw new ArgumentException($"The holidays of {year} name no day: an empty list is no published year.", nameof(days));
        foreach (var day in Days.Where(day => !MayDecide(year, day.Date)))
            throw new ArgumentException($"{day.Date:uuuu-MM-dd} lies outside {year} and the December before it.", nameof(days));
        foreach (var twice in Days.GroupBy(day => day.Date).Where(group => group.Skip(1).Any()))
            throw new ArgumentException($"{twice.Key:uuuu-MM-dd} is named twice in the holidays of {year}.", nameof(days));
    }

    public int Year { get; }

    public ImmutableArray<HolidayDay> Days { get; }

    /// <summary>Addresses of the notices the year was taken from.</summary>
    public ImmutableArray<string> Sources { get; }

    /// <summary>Not published yet: only the days that the law itself fixes.</summary>
    public bool IsProvisional { get; internal init; }

    /// <summary>The year itself, and the December before it.</summary>
    internal static bool MayDecide(int year, NodaTime.LocalDate date) => date.Year == year || (date.Year == year - 1 && date.Month == 12);

    public override string ToString() =>
        $"{Year}{(IsProvisional ? " provisional" : "")}: {string.Join(' ', Days.Select(day => $"{day.Date:uuuu-MM-dd}{(day.IsOff ? '-' : '+')}{day.Name}"))}";
}
