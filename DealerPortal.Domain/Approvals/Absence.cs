using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Approvals;

/// <summary>A person is away, and somebody else decides in his place meanwhile.</summary>
public sealed class Absence : IRoot
{
    private Absence() { }

    public Absence(Guid id, Guid userId, Guid substituteId, Interval away, Guid recordedBy, Instant now)
    {
        Id = id;
        UserId = userId;
        SubstituteId = substituteId;
        (From, Until) = (away.Start, away.End);
        (RecordedBy, RecordedAt) = (recordedBy, now);
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public Guid SubstituteId { get; private set; }

    public Instant From { get; private set; }

    /// <summary>Exclusive: at this instant the person is back.</summary>
    public Instant Until { get; private set; }

    public Guid RecordedBy { get; private set; }

    public Instant RecordedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>The person is back sooner. Ending it twice, or after it ended, changes nothing.</summary>
    public void EndAt(Instant now) => Until = Instant.Min(Until, Instant.Max(now, From));
}
