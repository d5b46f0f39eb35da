using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Evidence;

/// <summary>A piece of an announced photo arrives.</summary>
public sealed class SendPiece(IDbContextFactory<PortalDb> contexts, PhotoStore store, IEnumerable<IPhotoSubjects> subjects, AbandonUpload abandon)
{
    /// <summary>The largest piece, in bytes: small enough for a bad connection to finish.</summary>
    public const int MaxBytes = 256 * 1024;

    public sealed record Request(Guid Upload, long Offset, ReadOnlyMemory<byte> Piece);

    /// <summary>Answers with the bytes that have arrived. A photo that grows beyond what was announced is dropped whole.</summary>
    public async Task<Outcome<long>> Run(Request request, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var upload = await db.PhotoUploads.AsNoTracking().ReachedBy(actor, db).SingleOrDefaultAsync(known => known.Id == request.Upload, stop);
        if (upload is null) return await Finished(db, request, actor, stop);
        if (await subjects.Check(db, upload.DealerId, upload.Subject, actor, stop) is { } refusal) return refusal;

        var sent = await store.Append(upload.Id, request.Offset, request.Piece, upload.Bytes);
        if (sent.Refusal == PhotoRefusals.LongerThanSaid) await abandon.Run(upload.Id, actor, stop);
        return sent;
    }

    // A piece sent again after the photo was finished has nothing left to do.
    private async Task<Outcome<long>> Finished(PortalDb db, Request request, Actor actor, CancellationToken stop)
    {
        var photo = await db.Photos.AsNoTracking().ReachedBy(actor, db).SingleOrDefaultAsync(known => known.Id == request.Upload, stop);
        return photo is not null && await subjects.Check(db, photo.DealerId, photo.Subject, actor, stop) is null ? photo.Bytes : Refusal.NotFound;
    }
}
