namespace DealerPortal.Domain.Time;

/// <summary>Whether the day an event falls on is the first of the working days counted from it.</summary>
public enum EventDay
{
    /// <summary>The next working day is day 1 (PRC Civil Code art. 201).</summary>
    NotCounted,

    /// <summary>The event's own day is day 1 when it is a working day; otherwise the next working day is.</summary>
    Counted,
}
