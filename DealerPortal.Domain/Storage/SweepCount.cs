namespace DealerPortal.Domain.Storage;

/// <summary>What one sweep met: how many things it looked at, how many it changed, how many failed and were left for the next round.</summary>
/// <param name="Why">What the first failure said; null when none failed.</param>
public sealed record SweepCount(int Looked, int Changed, int Failed, string? Why = null)
{
    public static SweepCount None { get; } = new(0, 0, 0);

    /// <summary>Two sweeps, or two parts of one, taken together.</summary>
    public static SweepCount operator +(SweepCount one, SweepCount other) =>
        new(one.Looked + other.Looked, one.Changed + other.Changed, one.Failed + other.Failed, one.Why ?? other.Why);
}
