using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Dealers;

/// <summary>A month's division of the dealers into tiers: asked for, submitted, confirmed.</summary>
public sealed class TierReview : IRoot
{
    private TierReview() { }

    public TierReview(Guid id, LocalDate month, Instant now) => (Id, Month, AskedAt) = (id, month, now);

    public Guid Id { get; private set; }

    /// <summary>The first day of the month; unique.</summary>
    public LocalDate Month { get; private set; }

    public Instant AskedAt { get; private set; }

    /// <summary>When the list was said to be complete; null while it is being drawn up.</summary>
    public Instant? SubmittedAt { get; private set; }

    public string? SubmittedBy { get; private set; }

    /// <summary>When the last of it was decided.</summary>
    public Instant? ClosedAt { get; private set; }

    public string? ClosedBy { get; private set; }

    public int Version { get; private set; }

    /// <summary>The list is complete. Said twice, the first time counts.</summary>
    /// <returns>Whether that was news.</returns>
    public bool Submit(string by, Instant now)
    {
        if (SubmittedAt is not null) return false;
        (SubmittedAt, SubmittedBy) = (now, by);
        return true;
    }

    /// <summary>Everything on it is decided.</summary>
    /// <returns>Whether that was news.</returns>
    public bool Close(string by, Instant now)
    {
        if (ClosedAt is not null || SubmittedAt is null) return false;
        (ClosedAt, ClosedBy) = (now, by);
        return true;
    }
}
