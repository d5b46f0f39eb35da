namespace DealerPortal.Domain.Callbacks;

/// <summary>A share against its target.</summary>
/// <param name="Target">In per cent.</param>
/// <param name="Open">How many can still be added before the period ends; null where that is not bounded.</param>
public sealed record Gauge(int Part, int Whole, int Target, int? Open)
{
    public bool IsMet => Policies.Kinds.TierRule.IsMet(Part, Whole, Target);

    /// <summary>Tenths of a per cent, rounded down, so that nothing looks met that is not; null of nothing.</summary>
    public int? PerMille => Whole == 0 ? null : (int)(Part * 1000L / Whole);

    /// <summary>Of a whole that is known, such as the callbacks owed: how many more it takes. Null where that many cannot be had any more.</summary>
    public int? StillNeeded => Missing is var missing && (Open is null || missing <= Open) ? missing : null;

    /// <summary>Of a whole that grows with each, such as answers: how many satisfied ones in a row it takes. Null where no number is enough.</summary>
    public int? MoreInARow => IsMet ? 0 : Target == 100 ? null : Up((long)Target * Whole - 100L * Part, 100 - Target);

    private int Missing => Math.Max(0, Up((long)Target * Whole, 100) - Part);

    private static int Up(long dividend, long divisor) => (int)((dividend + divisor - 1) / divisor);
}
