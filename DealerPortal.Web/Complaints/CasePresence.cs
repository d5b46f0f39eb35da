using System.Collections.Concurrent;
using DealerPortal.Domain.Complaints;

namespace DealerPortal.Web.Complaints;

/// <summary>The pages of cases that this process serves: says every twenty seconds, for all of them at once, that they are still open.</summary>
public sealed partial class CasePresence(KeepVisits keep, TimeProvider time, ILogger<CasePresence> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<Guid, byte> open = new();

    public void Opened(Guid visit) => open.TryAdd(visit, 0);

    public void Closed(Guid visit) => open.TryRemove(visit, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await Keep(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }

    private async Task Keep(CancellationToken stop)
    {
        try { await keep.Run(new([.. open.Keys]), stop); }
#pragma warning disable CA1031 // A database that is away for a moment is no reason to stop saying who is here.
        catch (Exception fault) when (fault is not OperationCanceledException) { LogMissed(fault); }
#pragma warning restore CA1031
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be said who has which case open; next try in twenty seconds.")]
    private partial void LogMissed(Exception fault);
}
