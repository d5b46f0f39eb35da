using System.Diagnostics;

namespace DealerPortal.Domain.Evidence.Copies;

/// <summary>Has copies made by the decoder in a process of its own: two at once at most, each ended when its seconds are over.</summary>
public sealed class PictureProcess(PortalSettings settings, PictureProgram program) : IDisposable
{
    /// <summary>How many run at once.</summary>
    public const int AtOnce = 2;

    // Its seconds are seconds of a processor, which the system counts; on a busy machine they take longer, but not for ever.
    private const int Patience = 3;

    // More than the copies of any photo that is taken here; a decoder gone wild is not listened to any longer.
    private const int MaxAnswer = 64 << 20, MaxComplaint = 16 << 10;

    private readonly SemaphoreSlim running = new(AtOnce);
    private readonly CopyBounds bounds = CopyBounds.Of(settings.Photos);

    /// <param name="Copies">Null where there is a fault.</param>
    /// <param name="Complaint">What the decoder said about it.</param>
    internal sealed record Answer(PictureCopies? Copies, CopyFault? Fault, string Complaint);

    public void Dispose() => running.Dispose();

    /// <summary>The copies of this original, as the decoder hands them over.</summary>
    internal async Task<Answer> Make(byte[] original, CancellationToken stop)
    {
        await running.WaitAsync(stop);
        try { return await Run(original, stop); }
        finally { running.Release(); }
    }

    private async Task<Answer> Run(byte[] original, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromSeconds(bounds.Seconds * Patience));
        using var process = Process.Start(program.Start(bounds))
            ?? throw new InvalidOperationException("The decoder's process could not be started.");
        try
        {
            // Both ends at once: a decoder that answers before it has read everything would otherwise wait for us, and we for it.
            var answer = Read(process.StandardOutput.BaseStream, MaxAnswer, patience.Token);
            var complaint = Read(process.StandardError.BaseStream, MaxComplaint, patience.Token);
            await Feed(process, original, patience.Token);
            await Task.WhenAll(answer, complaint);
            await process.WaitForExitAsync(patience.Token);
            return Judge(process.ExitCode, await answer, System.Text.Encoding.UTF8.GetString(await complaint).Trim());
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new(null, CopyFault.TooSlow, $"killed after {bounds.Seconds * Patience} s");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            // It is gone before the next one may begin.
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Answer Judge(int code, byte[] answer, string complaint) => code switch
    {
        0 when PictureCopies.Read(answer) is { } copies => new(copies, null, complaint),
        PictureWorker.TooManyPixels => new(null, CopyFault.TooManyPixels, complaint),
        PictureWorker.Undecodable => new(null, CopyFault.Undecodable, complaint),
        ProcessBounds.OutOfTime => new(null, CopyFault.TooSlow, "its processor time was over"),
        _ => new(null, CopyFault.Died, $"exit code {code}. {complaint}"),
    };

    private static async Task Feed(Process process, byte[] original, CancellationToken stop)
    {
        try
        {
            await using var input = process.StandardInput.BaseStream;
            await input.WriteAsync(original, stop);
        }
        catch (IOException)
        {
            // It has ended before it had read everything; its exit code says why.
        }
    }

    // What goes beyond the most is read no further: the decoder then waits in vain, and is stopped with its time.
    private static async Task<byte[]> Read(Stream from, int most, CancellationToken stop)
    {
        using var all = new MemoryStream();
        var piece = new byte[64 << 10];
        for (int read; all.Length < most && (read = await from.ReadAsync(piece, stop)) > 0;) all.Write(piece, 0, read);
        return all.ToArray();
    }
}
