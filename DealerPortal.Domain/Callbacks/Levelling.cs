using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>Puts callbacks on the emptiest day and the emptiest list, and never after the day they are due.</summary>
/// <param name="load">What stands on each list already; counted on with each callback that is placed.</param>
internal sealed class Levelling(Dictionary<(LocalDate Day, Guid? Who), int> load, IReadOnlyList<Levelling.Desk> desks, WorkingCalendar calendar)
{
    private readonly Dictionary<Guid, int> totals = load.Where(list => list.Key.Who is not null).GroupBy(list => list.Key.Who!.Value).ToDictionary(desk => desk.Key, desk => desk.Sum(list => list.Value));

    /// <summary>The working day with the fewest calls; of several the latest, so that the interval is kept as long as it may be.</summary>
    /// <param name="earliest">Where that lies after the due date already, the first working day from it on is taken: what is late is called at once.</param>
    public LocalDate DayFor(LocalDate earliest, LocalDate due)
    {
        var first = calendar.WorkingDayOnOrAfter(earliest);
        if (first >= due) return first;
        var (best, least) = (first, Of(first));
        for (var day = calendar.WorkingDayAfter(first, 1); day <= due; day = calendar.WorkingDayAfter(day, 1))
            if (Of(day) is var count && count <= least) (best, least) = (day, count);
        return best;
    }

    /// <summary>Who is there that day and has the fewest calls on it, and of several the fewest in all; null where there is nobody at all.</summary>
    public Callback.Caller? CallerOn(LocalDate day)
    {
        var there = desks.Where(desk => !desk.IsAway(day)).ToList();
        var caller = (there.Count > 0 ? there : desks).MinBy(desk => (load.GetValueOrDefault((day, desk.Who.Id)), totals.GetValueOrDefault(desk.Who.Id)))?.Who;
        load[(day, caller?.Id)] = load.GetValueOrDefault((day, caller?.Id)) + 1;
        if (caller is { Id: var id }) totals[id] = totals.GetValueOrDefault(id) + 1;
        return caller;
    }

    public bool Knows(Guid? who) => who is { } id && desks.Any(desk => desk.Who.Id == id);

    private int Of(LocalDate day) => desks.Count == 0 ? load.GetValueOrDefault((day, null)) : desks.Sum(desk => load.GetValueOrDefault((day, desk.Who.Id)));

    /// <param name="Away">Dates on which the person is not there.</param>
    internal sealed record Desk(Callback.Caller Who, IReadOnlyList<DateInterval> Away)
    {
        public bool IsAway(LocalDate day) => Away.Any(span => span.Contains(day));
    }
}
