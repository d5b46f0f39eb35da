using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DealerPortal.Domain.Evidence.Copies;

/// <summary>Photos that have just been finished get their copies at once, in the background.</summary>
/// <remarks>What waits here is lost with the process, and found by the sweep.</remarks>
public sealed partial class CopyQueue(MakePhotoCopies make, ILogger<CopyQueue> log) : BackgroundService
{
    private readonly Channel<Guid> photos = Channel.CreateUnbounded<Guid>();

    public void Add(Guid photo) => photos.Writer.TryWrite(photo);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, PictureProcess.AtOnce).Select(_ => Work(stoppingToken)));

    private async Task Work(CancellationToken stop)
    {
        try
        {
            await foreach (var photo in photos.Reader.ReadAllAsync(stop)) await MakeFor(photo, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The portal is stopping; what was still waiting is due for the sweep.
        }
    }

    private async Task MakeFor(Guid photo, CancellationToken stop)
    {
        try
        {
            await make.MakeFor(photo, stop);
        }
#pragma warning disable CA1031 // Whatever happened to this photo, it stays due for the sweep, and the others wait.
        catch (Exception fault) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(fault, photo);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Making the copies of photo {Photo} failed; the sweep tries again")]
    private partial void LogFailed(Exception fault, Guid photo);
}
