using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DealerPortal.Domain.Storage;

/// <summary>Listens, on PostgreSQL, to what the other processes changed, and nudges the pages of this one.</summary>
/// <remarks>What is said while the line is down is lost, so each new line begins by nudging every page.</remarks>
public sealed partial class PeerNews(PortalSettings settings, ChangeFeed feed, TimeProvider time, ILogger<PeerNews> log) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var line = await Open(stoppingToken);
                pause = FirstPause;
                feed.AllChanged();
                while (true) await line.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { return; }
            catch (Exception fault) when (fault is NpgsqlException or IOException or TimeoutException)
            {
                LogLineDown(fault, pause);
                await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    // A line of its own, kept alive: the pool would hand it to somebody else, and a dead one would be silent for ever.
    private async Task<NpgsqlConnection> Open(CancellationToken stop)
    {
        var line = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.Database.Connection) { Pooling = false, KeepAlive = 15 }.ConnectionString);
        line.Notification += (_, news) => Hear(news.Payload);
        await line.OpenAsync(stop);
        await using var listen = new NpgsqlCommand($"LISTEN {ChangeFeed.Channel}", line);
        await listen.ExecuteNonQueryAsync(stop);
        return line;
    }

    private void Hear(string payload)
    {
        if (payload.Split(' ', 2) is [var node, var topic] && node != feed.Node) feed.Changed(topic);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The line to the other processes is down; next try in {Pause}.")]
    private partial void LogLineDown(Exception fault, TimeSpan pause);
}
