namespace DealerPortal.Domain.Complaints;

/// <summary>What can happen to a clock. At the same instant they are told in this order, whatever the order in which they were written down.</summary>
public enum ClockHappening
{
    Started,
    Paused,
    Resumed,
    Extended,

    /// <summary>What the clock waited for was done.</summary>
    Met,

    /// <summary>The time ran out and somebody took notice of it.</summary>
    Crossed,

    /// <summary>Taken over into another edition of the regulation or of the calendar.</summary>
    Moved,
}
