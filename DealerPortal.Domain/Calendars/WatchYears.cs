using DealerPortal.Domain.Storage;
using Microsoft.Extensions.Hosting;

namespace DealerPortal.Domain.Calendars;

/// <summary>Reads the published years when the process starts, and again whenever this or another process publishes one.</summary>
public sealed class WatchYears(KnownYears known, ChangeFeed feed) : IHostedService, IDisposable
{
    private IDisposable? subscription;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        subscription = feed.On(Topics.Calendar, () => known.Read(CancellationToken.None));
        return known.Read(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => subscription?.Dispose();
}
