using NodaTime;

namespace DealerPortal.Domain.Time;

/// <summary>The opening hours of one day: any number of spans, in order and apart from each other; none when the day is closed.</summary>
public sealed class DayHours : IEquatable<DayHours>
{
    private readonly DaySpan[] spans;

    /// <summary>Spans that touch are joined into one, so that a join is neither a closing nor an opening.</summary>
    /// <exception cref="ArgumentException">Two spans overlap.</exception>
    public DayHours(params IEnumerable<DaySpan> spans)
    {
        var sorted = spans.OrderBy(span => span.Start).ToList();
        var clash = sorted.Zip(sorted.Skip(1)).FirstOrDefault(pair => pair.First.End > pair.Second.Start);
        if (clash.First is not null) throw new ArgumentException($"{clash.First} and {clash.Second} overlap.", nameof(spans));
        this.spans = Joined(sorted);
    }

    public static DayHours Closed { get; } = new();

    public static DayHours WholeDay { get; } = new(DaySpan.WholeDay);

    public IReadOnlyList<DaySpan> Spans => spans;

    public bool IsClosed => spans.Length == 0;

    /// <summary>Time on the clock face; a day on which the clocks change may hold more or less.</summary>
    public Duration Length => Duration.FromNanoseconds(spans.Sum(span => span.End - span.Start));

    /// <summary>Reads <c>08:00-12:00, 13:30-17:30</c>, or <c>closed</c>. Null when the text is anything else or spans overlap.</summary>
    public static DayHours? TryParse(string text)
    {
        if (text.Trim() == "closed") return Closed;
        var read = text.Split(',').Select(DaySpan.TryParse).OfType<DaySpan>().OrderBy(span => span.Start).ToList();
        var whole = read.Count == text.Split(',').Length && read.Zip(read.Skip(1)).All(pair => pair.First.End <= pair.Second.Start);
        return whole ? new(read) : null;
    }

    /// <summary>These hours with the breaks taken out.</summary>
    public DayHours Less(DayHours breaks)
    {
        IEnumerable<DaySpan> left = spans;
        foreach (var pause in breaks.spans) left = left.SelectMany(span => Around(span, pause));
        return breaks.IsClosed ? this : new(left);
    }

    /// <summary>Open when either is open.</summary>
    public DayHours Or(DayHours other) => new(Joined([.. spans.Concat(other.spans).OrderBy(span => span.Start)]));

    public bool Equals(DayHours? other) => other is not null && spans.AsSpan().SequenceEqual(other.spans);

    public override bool Equals(object? obj) => Equals(obj as DayHours);

    public override int GetHashCode() => spans.Aggregate(0, (hash, span) => HashCode.Combine(hash, span));

    public override string ToString() => IsClosed ? "closed" : string.Join(", ", spans.Select(span => span.ToString()));

    private static DaySpan[] Joined(List<DaySpan> sorted)
    {
        var joined = new List<DaySpan>();
        foreach (var span in sorted)
        {
            if (joined.Count == 0 || joined[^1].End < span.Start) joined.Add(span);
            else joined[^1] = new(joined[^1].Start, Math.Max(joined[^1].End, span.End));
        }

        return [.. joined];
    }

    private static IEnumerable<DaySpan> Around(DaySpan span, DaySpan pause)
    {
        if (span.Start < Math.Min(span.End, pause.Start)) yield return new(span.Start, Math.Min(span.End, pause.Start));
        if (Math.Max(span.Start, pause.End) < span.End) yield return new(Math.Max(span.Start, pause.End), span.End);
    }
}
