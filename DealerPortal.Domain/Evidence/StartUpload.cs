using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Evidence;

/// <summary>A dealer, or staff for what is the company's own, announces a photo: what it belongs to, how long it is, and its hash. Announced again, the answer says how much has arrived.</summary>
public sealed class StartUpload(PortalWork work, PhotoStore store, IEnumerable<IPhotoSubjects> subjects, IClock clock)
{
    /// <param name="Name">As the sender's device calls the file.</param>
    /// <param name="Sha256">Of the whole file, lower-case hex.</param>
    public sealed record Request(Guid Subject, Guid? Spot, PhotoKind Kind, string Name, long Bytes, string Sha256);

    /// <param name="Id">Of the upload, and later of the photo.</param>
    /// <param name="Sent">Bytes that have arrived: where to go on.</param>
    /// <param name="IsDone">The photo is there already.</param>
    public sealed record Answer(Guid Id, long Sent, bool IsDone);

    public async Task<Outcome<Answer>> Run(Request request, Actor actor, CancellationToken stop)
    {
        if (Check(request) is { } refusal) return refusal;
        return await work.Do<Answer>(actor, async db =>
        {
            var found = await subjects.FindOpen(db, request.Subject, actor, stop);
            return found.Value is { } subject ? await Begin(db, subject, request, actor, stop) : found.Refusal!;
        }, stop);
    }

    private async Task<Outcome<Answer>> Begin(PortalDb db, PhotoSubject subject, Request request, Actor actor, CancellationToken stop)
    {
        var place = PhotoUpload.PlaceOf(request.Spot);
        var photo = await db.Photos.FirstOrDefaultAsync(known => known.Subject == subject.Id && known.Place == place && known.Kind == request.Kind && known.Sha256 == request.Sha256, stop);
        if (photo is not null) return new Answer(photo.Id, photo.Bytes, IsDone: true);

        var upload = await db.PhotoUploads.FirstOrDefaultAsync(known => known.Subject == subject.Id && known.Place == place && known.Kind == request.Kind && known.Sha256 == request.Sha256, stop);
        if (upload is not null) return new Answer(upload.Id, store.Sent(upload.Id), IsDone: false);

        if (await PhotoQuota.Check(db, store.Bounds, subject.DealerId, request.Bytes, stop) is { } full) return full;

        upload = new(subject.DealerId, request, actor.UserId!.Value, clock.GetCurrentInstant());
        db.PhotoUploads.Add(upload);
        return new Answer(upload.Id, 0, IsDone: false);
    }

    private Refusal? Check(Request request) =>
        PhotoName.Check(request.Name)
        ?? (request.Bytes <= 0 ? PhotoRefusals.Empty
            : request.Bytes > store.Bounds.MaxBytes ? PhotoRefusals.TooLarge(request.Bytes, store.Bounds.MaxBytes)
            : request.Kind == PhotoKind.Spot && request.Spot is null ? PhotoRefusals.SpotMissing
            : request.Sha256 is not { Length: 64 } || !request.Sha256.All(char.IsAsciiHexDigitLower) ? PhotoRefusals.HashDiffers
            : null);
}
