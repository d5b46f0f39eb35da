using System.Collections.Immutable;
using NodaTime;

namespace DealerPortal.Domain.Time;

/// <summary>Times taken out of whatever hours a day has, last of all: by day of the week, and on single dates.</summary>
public sealed class Breaks
{
    private readonly WeekHours weekly;
    private readonly ImmutableSortedDictionary<LocalDate, DayHours> dated;

    private Breaks(WeekHours weekly, ImmutableSortedDictionary<LocalDate, DayHours> dated) => (this.weekly, this.dated) = (weekly, dated);

    public static Breaks None { get; } = new(WeekHours.Closed, ImmutableSortedDictionary<LocalDate, DayHours>.Empty);

    /// <summary>The same break on every day of the week, make-up days included.</summary>
    public static Breaks EveryDay(DayHours hours) => Weekly(WeekHours.Closed.With(hours, Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)));

    public static Breaks Weekly(WeekHours hours) => new(hours, None.dated);

    /// <summary>With a break on one date as well, such as a stocktaking.</summary>
    public Breaks With(LocalDate date, DayHours hours) => new(weekly, dated.SetItem(date, hours));

    public DayHours On(LocalDate date) =>
        dated.TryGetValue(date, out var extra) ? weekly[date.DayOfWeek].Or(extra) : weekly[date.DayOfWeek];

    public override string ToString() => $"{weekly} | {string.Join("; ", dated.Select(pair => $"{pair.Key:uuuu-MM-dd} {pair.Value}"))}";
}
