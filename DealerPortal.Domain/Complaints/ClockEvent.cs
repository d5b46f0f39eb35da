using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>Something that happened to a clock. Only ever added, so that any moment of the past can be reckoned again.</summary>
public sealed class ClockEvent
{
    private ClockEvent() { }

    internal ClockEvent(ClockHappening what, Instant at, string? by = null)
    {
        Id = Guid.CreateVersion7();
        (What, At, By) = (what, at, by);
    }

    public Guid Id { get; private set; }

    public ClockHappening What { get; private set; }

    /// <summary>When it took effect. Of a crossing: when the time ran out, not when somebody noticed.</summary>
    public Instant At { get; private set; }

    /// <summary>Who did it; null when it happened by itself.</summary>
    public string? By { get; private set; }

    /// <summary>Of a pause: the pack's code of the reason. Of an extension: why it was asked.</summary>
    public string? Reason { get; private set; }

    /// <summary>Of an extension: the date that stood until then, and the new one, both exclusive instants.</summary>
    public Instant? OldDueAt { get; private set; }

    public Instant? NewDueAt { get; private set; }

    /// <summary>Of an extension: who asked, when, and the approval that carried it.</summary>
    public string? AskedBy { get; private set; }

    public Instant? AskedAt { get; private set; }

    public Guid? ApprovalId { get; private set; }

    internal static ClockEvent Paused(Instant at, string reason, string by) => new(ClockHappening.Paused, at, by) { Reason = reason };

    internal static ClockEvent Resumed(Instant at, string reason, string by) => new(ClockHappening.Resumed, at, by) { Reason = reason };

    internal static ClockEvent Extended(Instant at, Extension extension, string by) => new(ClockHappening.Extended, at, by)
    {
        Reason = extension.Reason,
        OldDueAt = extension.OldDueAt,
        NewDueAt = extension.NewDueAt,
        AskedBy = extension.AskedBy,
        AskedAt = extension.AskedAt,
        ApprovalId = extension.ApprovalId,
    };
}
