using NodaTime;

namespace DealerPortal.Domain.Jobs;

/// <summary>How long a job that broke rests before it is tried again; after the last of them it is given up until its next time.</summary>
public static class RetryRests
{
    private static readonly Duration[] Rests = [Duration.FromSeconds(30), Duration.FromMinutes(2), Duration.FromMinutes(10), Duration.FromMinutes(30)];

    public static int Count => Rests.Length;

    /// <summary>The rest after an attempt, from 1 on. Null after the last one, and where the timetable runs the job sooner anyway.</summary>
    /// <param name="untilNext">How long it is until the job's next time; null when it has none.</param>
    public static Duration? After(int attempt, Duration? untilNext) =>
        attempt > Rests.Length || untilNext <= Rests[attempt - 1] ? null : Rests[attempt - 1];
}
