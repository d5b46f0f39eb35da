using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>More time, asked for a clock: from which date to which, why, by whom. It holds from the instant of its last consent, if that comes before the old date.</summary>
public sealed class Extension
{
    private Extension() { }

    internal Extension(Guid id, Guid approvalId, string clock, int round, (Instant Old, Instant New) due, string reason, string askedBy, Instant now)
    {
        (Id, ApprovalId, Clock, Round) = (id, approvalId, clock, round);
        (OldDueAt, NewDueAt, Reason, AskedBy, AskedAt) = (due.Old, due.New, reason, askedBy, now);
    }

    /// <summary>Made by the form, so that asking twice is once.</summary>
    public Guid Id { get; private set; }

    public Guid ApprovalId { get; private set; }

    /// <summary>The clock's code, such as <c>plan</c>.</summary>
    public string Clock { get; private set; } = "";

    public int Round { get; private set; }

    public Instant OldDueAt { get; private set; }

    /// <summary>Exclusive, like every end.</summary>
    public Instant NewDueAt { get; private set; }

    public string Reason { get; private set; } = "";

    public string AskedBy { get; private set; } = "";

    public Instant AskedAt { get; private set; }

    /// <summary>When it was granted or refused; null while it waits.</summary>
    public Instant? SettledAt { get; private set; }

    public bool IsGranted { get; private set; }

    internal void Settle(bool granted, Instant now) => (IsGranted, SettledAt) = (granted, now);
}
