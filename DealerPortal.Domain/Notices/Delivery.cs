namespace DealerPortal.Domain.Notices;

/// <summary>What became of an attempt to send.</summary>
/// <param name="Fault">What went wrong, in a few words; null when it arrived.</param>
/// <param name="IsReachable">Whether the other side is there at all. Where it is not, nothing else is tried for now.</param>
public sealed record Delivery(string? Fault, bool IsReachable)
{
    public static Delivery Arrived { get; } = new(null, true);

    /// <summary>The other side does not want this one; the others may still go.</summary>
    public static Delivery Refused(string fault) => new(fault, true);

    public static Delivery Unreachable(string fault) => new(fault, false);
}
