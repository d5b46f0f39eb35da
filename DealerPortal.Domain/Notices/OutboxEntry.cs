using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Notices;

/// <summary>A notice on its way out of the portal by one channel. Written with the notice itself, so that neither is without the other.</summary>
/// <remarks>Whoever sends it claims it first, for a while: should he die meanwhile, it falls due again. So nothing is lost, and a receiver who
/// must not act twice tells a second copy by its id.</remarks>
public sealed class OutboxEntry : IRoot
{
    /// <summary>How long a claim holds. Longer than any channel may take.</summary>
    private static readonly Duration Claimed = Duration.FromMinutes(5);

    /// <summary>How long it rests after each attempt that failed; after the last one it is given up.</summary>
    private static readonly Duration[] Rests =
    [
        Duration.FromSeconds(30), Duration.FromMinutes(2), Duration.FromMinutes(10), Duration.FromMinutes(30), Duration.FromHours(2), Duration.FromHours(6), Duration.FromHours(12), Duration.FromHours(24),
    ];

    private OutboxEntry() { }

    internal OutboxEntry(Notice notice, string channel)
    {
        Id = Guid.CreateVersion7();
        NoticeId = notice.Id;
        Channel = channel;
        QueuedAt = notice.At;
        NextAttemptAt = notice.At;
    }

    public Guid Id { get; private set; }

    /// <summary>Unique together with the channel.</summary>
    public Guid NoticeId { get; private set; }

    public string Channel { get; private set; } = "";

    public Instant QueuedAt { get; private set; }

    /// <summary>From when on it may be tried; null once it is over.</summary>
    public Instant? NextAttemptAt { get; private set; }

    public int Attempts { get; private set; }

    public Instant? SentAt { get; private set; }

    public Instant? GivenUpAt { get; private set; }

    /// <summary>What the last attempt came to, where it failed.</summary>
    public string? Fault { get; private set; }

    public int Version { get; private set; }

    /// <summary>Takes it for an attempt. False when it is not due, or not any more.</summary>
    public bool Claim(Instant now)
    {
        if (NextAttemptAt is not { } due || due > now) return false;
        (Attempts, NextAttemptAt) = (Attempts + 1, now + Claimed);
        return true;
    }

    internal void Arrive(Instant now) => (SentAt, NextAttemptAt, Fault) = (now, null, null);

    internal void Fail(string fault, Instant now)
    {
        Fault = fault.Length > 500 ? fault[..500] : fault;
        if (Attempts <= Rests.Length) NextAttemptAt = now + Rests[Attempts - 1];
        else (GivenUpAt, NextAttemptAt) = (now, null);
    }

    /// <summary>Somebody has put right whatever stood in the way.</summary>
    internal void TryAgain(Instant now) => (Attempts, GivenUpAt, NextAttemptAt) = (0, null, SentAt is null ? now : null);
}
