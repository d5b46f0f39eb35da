using DealerPortal.Domain.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace DealerPortal.Jobs;

/// <summary>Runs a sweep at the very moment at which something of it falls due. The scheduler counts whole seconds and looks now and then, which is too rough for a deadline.</summary>
/// <remarks>It waits for the earliest stored due time and hears, also from other processes, when one is set or moved; the timetable's run is the net below it.
/// In several processes each waits for itself, and the job's lock lets one of them sweep.</remarks>
internal sealed partial class DueTimer(
    EarliestDue earliest, JobRunner runner, IReadOnlyList<Timetable.Entry> entries, IServiceProvider portal, ChangeFeed feed, IClock clock, TimeProvider time, ILogger<DueTimer> log)
    : BackgroundService
{
    // Also when nothing is heard: something may have been written past the portal.
    private static readonly Duration Longest = Duration.FromSeconds(30);
    private static readonly Duration Busy = Duration.FromMilliseconds(200);

    private readonly SemaphoreSlim news = new(0, 1);
    private readonly IReadOnlyList<DueWatch> watches =
        [.. entries.Where(entry => entry.Times is not null).Select(entry => new DueWatch(entry, entry.Times!(portal)))];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (watches.Count == 0) return;

        using var due = feed.On(Topics.DueTimes, Hear);
        using var moved = feed.On(Topics.Clock, Hear);
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Longest;
            try
            {
                wait = await Round(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { return; }
#pragma warning disable CA1031 // The database is away: the next look finds what is due, however long it took.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogBlind(fault);
                wait = Duration.FromSeconds(2);
            }
            await Wait(wait, stoppingToken);
        }
    }

    public override void Dispose()
    {
        news.Dispose();
        base.Dispose();
    }

    // Runs what is due and answers how long there is nothing more to do.
    private async Task<Duration> Round(CancellationToken stop)
    {
        var paused = await earliest.Paused(stop);
        var wait = Longest;
        foreach (var watch in watches.Where(watch => !paused.Contains(watch.Entry.Code)))
        {
            var now = clock.GetCurrentInstant();
            if (await earliest.Of(watch.Times, watch.PassOver(now), stop) is not { } next) continue;
            if (next > now) wait = Duration.Min(wait, next - now);
            else wait = Duration.Min(wait, await Run(watch, stop));
        }
        return wait;
    }

    private async Task<Duration> Run(DueWatch watch, CancellationToken stop)
    {
        var began = clock.GetCurrentInstant();
        // Somebody else is at it; whether he saw the newest too is looked at when he is through.
        if (await runner.RunDue(watch.Entry, stop) is not { } count) return Busy;
        // While a sweep gets on, what is left has only just been written, and is swept right away.
        var isStuck = (count.Failed > 0 || count.Changed == 0) && await earliest.Of(watch.Times, null, stop) <= began;
        watch.Swept(began, isStuck);
        return Duration.Zero;
    }

    private Task Hear()
    {
        try { news.Release(); }
        catch (SemaphoreFullException) { /* It has not looked since the last news. */ }
        catch (ObjectDisposedException) { /* The portal has stopped. */ }
        return Task.CompletedTask;
    }

    private async Task Wait(Duration wait, CancellationToken stop)
    {
        if (wait <= Duration.Zero) return;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(Task.Delay(wait.ToTimeSpan(), time, either.Token), news.WaitAsync(either.Token));
        await either.CancelAsync();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The due times could not be read or swept; the next look is in a moment, and the timetable's run comes anyway")]
    private partial void LogBlind(Exception fault);
}
