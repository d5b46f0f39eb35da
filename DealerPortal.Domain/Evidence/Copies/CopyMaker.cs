using Microsoft.Extensions.Logging;
using NodaTime;

namespace DealerPortal.Domain.Evidence.Copies;

/// <summary>From an original to copies in the store: read, decoded in another process, checked, kept.</summary>
public sealed partial class CopyMaker(PhotoStore store, PictureProcess pictures, IClock clock, ILogger<CopyMaker> log)
{
    /// <param name="Copies">Null where there is a fault.</param>
    internal sealed record Made(Photo.OwnCopies? Copies, CopyFault? Fault);

    internal async Task<Made> Make(Photo photo, CancellationToken stop)
    {
        var answer = await pictures.Make(await store.Read(photo.Sha256, stop), stop);
        if (answer.Copies is { } copies && await Keep(copies) is { } kept) return new(kept, null);

        // A decoder that hands over what is no copy has not read the photo either.
        var fault = answer.Fault ?? CopyFault.Undecodable;
        LogFault(photo.Id, photo.CopyAttempts, fault, answer.Complaint);
        return new(null, fault);
    }

    private async Task<Photo.OwnCopies?> Keep(PictureCopies copies)
    {
        if (await Keep(copies.View, PhotoCopy.View) is not { } view) return null;
        if (await Keep(copies.Thumb, PhotoCopy.Thumb) is not { } thumb) return null;
        var full = copies.Full is null ? null : await Keep(copies.Full, PhotoCopy.Full);
        return new(view.Sha256, thumb.Sha256, full?.Sha256, view.Bytes + thumb.Bytes + (full?.Bytes ?? 0));
    }

    private async Task<(string Sha256, long Bytes)?> Keep(byte[] content, PhotoCopy copy) =>
        CopyCheck.Read(content, copy) is { IsDone: true, Value.Bare: var bare }
            ? (await store.Keep(bare, clock.GetCurrentInstant()), bare.Length)
            : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Attempt {Attempt} made no copies of photo {Photo}: {Fault}, {Complaint}")]
    private partial void LogFault(Guid photo, int attempt, CopyFault fault, string complaint);
}
