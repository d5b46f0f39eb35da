using System.Collections.Immutable;
using NodaTime;

namespace DealerPortal.Domain.Time;

/// <summary>What a calendar is made of. From it each date gets its hours: a holiday beats special hours, special hours beat the make-up day,
/// either replaces the week's hours, and breaks are taken out last.</summary>
public sealed record CalendarRules(DateTimeZone Zone, WeekHours Week, HolidayBook Holidays)
{
    private DayHours? makeUpHours;

    /// <summary>Hours of a make-up day; the week's ordinary ones unless set.</summary>
    public DayHours MakeUpHours { get => makeUpHours ?? Week.Ordinary; init => makeUpHours = value; }

    /// <summary>Dates with hours of their own in place of the week's; closed hours close the date without making it a holiday.</summary>
    public ImmutableSortedDictionary<LocalDate, DayHours> SpecialHours { get; init; } = ImmutableSortedDictionary<LocalDate, DayHours>.Empty;

    public Breaks Breaks { get; init; } = Breaks.None;

    /// <summary>The same hours on each date of the span, both ends included, such as a busy season.</summary>
    public CalendarRules WithSpecialHours(DateInterval dates, DayHours hours) =>
        this with { SpecialHours = SpecialHours.SetItems(dates.Select(date => KeyValuePair.Create(date, hours))) };

    internal DayHours On(LocalDate date, HolidayDay? published)
    {
        if (published is { IsOff: true }) return DayHours.Closed;
        var hours = SpecialHours.TryGetValue(date, out var special) ? special
            : published is not null ? MakeUpHours
            : Week[date.DayOfWeek];
        return hours.Less(Breaks.On(date));
    }

    public override string ToString() =>
        $"{Zone.Id}\n{Week}\n{MakeUpHours}\n{string.Join("; ", SpecialHours.Select(pair => $"{pair.Key:uuuu-MM-dd} {pair.Value}"))}\n{Breaks}\n{Holidays}";
}
