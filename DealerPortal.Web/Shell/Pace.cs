using System.Diagnostics;

namespace DealerPortal.Web.Shell;

/// <summary>Keeps what is dear to read from being read at every change: the first time at once, then never sooner than so long after the last. The last change is always read.</summary>
public sealed class Pace(TimeSpan apart)
{
    private long? last;

    /// <summary>Waits until it is time; who calls it again meanwhile is the caller's own concern.</summary>
    public async Task Rest(CancellationToken stop)
    {
        if (last is { } then && apart - Stopwatch.GetElapsedTime(then) is { Ticks: > 0 } left) await Task.Delay(left, stop);
        last = Stopwatch.GetTimestamp();
    }
}
