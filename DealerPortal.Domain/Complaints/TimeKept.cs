namespace DealerPortal.Domain.Complaints;

/// <summary>How a clock stands in the statistics.</summary>
public enum TimeKept
{
    /// <summary>It still runs, and not yet past its end.</summary>
    Running,

    InTime,

    /// <summary>After its first end, and before the one that an approved extension gave it.</summary>
    InTimeAfterExtension,

    Late,
}
