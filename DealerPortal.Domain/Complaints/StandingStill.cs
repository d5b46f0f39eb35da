using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>When a clock stood still, and for what reasons it stands still now: its pauses and resumptions, taken together reason by reason.</summary>
/// <remarks>Within one instant nobody knows in which order things were done, and it does not matter: pauses and resumptions of one reason take turns, so how many there
/// were of each says where it ends. Paused and let go on at once, a clock runs; let go on and paused again at once, it stands still from then on.</remarks>
internal sealed record StandingStill(IReadOnlyList<Interval> Over, IReadOnlyDictionary<string, Instant> Since)
{
    public static StandingStill Of(IEnumerable<ClockEvent> events)
    {
        var (over, since) = (new List<Interval>(), new Dictionary<string, Instant>());
        foreach (var turn in events.Where(one => one.What is ClockHappening.Paused or ClockHappening.Resumed).GroupBy(one => (one.At, Reason: one.Reason!)).OrderBy(turn => turn.Key.At))
        {
            var (at, reason) = turn.Key;
            var (stood, resumed) = (since.TryGetValue(reason, out var from), turn.Count(one => one.What is ClockHappening.Resumed));
            if (stood && resumed > 0)
            {
                over.Add(new(from, at));
                since.Remove(reason);
            }
            if (turn.Count() - resumed + (stood ? 1 : 0) > resumed) since.TryAdd(reason, at);
        }
        return new(over, since);
    }

    public Pauses AsOf(Instant now) => Over.Count == 0 && Since.Count == 0 ? Pauses.None : new(Over.Concat(Since.Values.Select(from => new Interval(from, null))), now);
}
