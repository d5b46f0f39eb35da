namespace DealerPortal.Domain.Time;

/// <summary>Where on its last day a span of working days ends; counted backwards, where on its first day it begins.</summary>
public enum DayEnd
{
    /// <summary>The day's last closing; backwards its first opening.</summary>
    CloseOfDay,

    /// <summary>24:00, exclusive; backwards 00:00.</summary>
    Midnight,

    /// <summary>The event's own time of day.</summary>
    SameTime,
}
