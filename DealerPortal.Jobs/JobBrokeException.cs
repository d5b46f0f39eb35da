namespace DealerPortal.Jobs;

/// <summary>A job broke, which its record tells in full. The scheduler sees this, and learns when to try it again.</summary>
internal sealed class JobBrokeException(string job, TimeSpan? rest) : Exception($"{job} broke; its record says why.")
{
    /// <summary>After which it is tried again; null for not before its next time.</summary>
    public TimeSpan? Rest { get; } = rest;
}
