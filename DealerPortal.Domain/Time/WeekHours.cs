using NodaTime;

namespace DealerPortal.Domain.Time;

/// <summary>The opening hours of each day of an ordinary week.</summary>
public sealed class WeekHours
{
    private readonly DayHours[] days;

    private WeekHours(DayHours[] days) => this.days = days;

    /// <summary>Never open: the ground on which <see cref="With"/> builds.</summary>
    public static WeekHours Closed { get; } = new([.. Enumerable.Repeat(DayHours.Closed, 7)]);

    /// <summary>Open around the clock.</summary>
    public static WeekHours Always { get; } = new([.. Enumerable.Repeat(DayHours.WholeDay, 7)]);

    /// <summary>Monday to Friday with the same hours, the weekend closed.</summary>
    public static WeekHours MondayToFriday(DayHours hours) => Closed.With(hours, Enumerable.Range(1, 5).Select(day => (IsoDayOfWeek)day));

    public DayHours this[IsoDayOfWeek day] => days[(int)day - 1];

    public bool IsClosed => days.All(day => day.IsClosed);

    /// <summary>The hours of the first day in the week that has any: what a make-up day works unless the calendar says otherwise.</summary>
    public DayHours Ordinary => days.FirstOrDefault(day => !day.IsClosed, DayHours.Closed);

    /// <summary>The same week with these hours on the named days.</summary>
    public WeekHours With(DayHours hours, params IEnumerable<IsoDayOfWeek> on)
    {
        var changed = days.ToArray();
        foreach (var day in on) changed[(int)day - 1] = hours;
        return new(changed);
    }

    public override string ToString() => string.Join("; ", days.Select((hours, index) => $"{(IsoDayOfWeek)(index + 1)} {hours}"));
}
