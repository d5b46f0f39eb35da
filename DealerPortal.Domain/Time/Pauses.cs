using System.Collections.Immutable;
using NodaTime;

namespace DealerPortal.Domain.Time;

/// <summary>Spans during which a clock stands still. Overlapping ones count once. A clock that no pause may stop, such as the one for a first
/// response, is asked with <see cref="None"/>.</summary>
public sealed class Pauses
{
    /// <param name="pauses">Half-open; one without an end is still running.</param>
    /// <param name="asOf">Until when a running pause is known to have lasted.</param>
    /// <exception cref="ArgumentException">A pause without a beginning.</exception>
    public Pauses(IEnumerable<Interval> pauses, Instant asOf)
    {
        var all = pauses.ToList();
        if (all.Exists(pause => !pause.HasStart)) throw new ArgumentException("A pause has a beginning.", nameof(pauses));
        var running = all.Where(pause => !pause.HasEnd).Select(pause => pause.Start).ToList();
        RunningSince = running.Count > 0 ? running.Min() : null;
        Spans = Joined(all.Select(pause => pause.HasEnd ? pause : new(pause.Start, Instant.Max(pause.Start, asOf))));
    }

    private Pauses() => Spans = [];

    public static Pauses None { get; } = new();

    /// <summary>In order, apart from each other, none empty; a running one as far as it is known.</summary>
    public ImmutableArray<Interval> Spans { get; }

    /// <summary>Since when a pause has been running that has no end yet.</summary>
    public Instant? RunningSince { get; }

    private static ImmutableArray<Interval> Joined(IEnumerable<Interval> pauses)
    {
        var joined = new List<Interval>();
        foreach (var pause in pauses.Where(pause => pause.Duration > Duration.Zero).OrderBy(pause => pause.Start))
        {
            if (joined.Count == 0 || joined[^1].End < pause.Start) joined.Add(pause);
            else joined[^1] = new(joined[^1].Start, Instant.Max(joined[^1].End, pause.End));
        }

        return [.. joined];
    }
}
