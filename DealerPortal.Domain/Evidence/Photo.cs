using DealerPortal.Domain.Evidence.Copies;
using DealerPortal.Domain.Evidence.Formats;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Evidence;

/// <summary>A photo as evidence: the original kept whole under its hash, the camera's time as claimed, and ours.</summary>
public sealed class Photo : IOfDealer
{
    /// <summary>Stands for the dealer of what is no dealer's but the company's own: all zeros, so that the quota and the unique keys hold for it as well.</summary>
    public static readonly Guid Company = Guid.Empty;

    private Photo() { }

    /// <summary>A photo that has arrived whole. It keeps the id of its upload, so that finishing twice finds what is done.</summary>
    internal Photo(PhotoUpload upload, Picture picture, CameraNotes notes, Guid by, Instant now)
    {
        (Id, DealerId, Subject, Spot, Place) = (upload.Id, upload.DealerId, upload.Subject, upload.Spot, upload.Place);
        (Kind, Sha256, Bytes) = (upload.Kind, upload.Sha256, upload.Bytes);
        (MediaType, Width, Height) = (picture.Type.MediaType(), picture.Width, picture.Height);
        (CapturedAt, Turn, ReceivedAt, UploadedBy) = (notes.CapturedAt, notes.Turn, now, by);
        CopiesDueAt = now;
    }

    public Guid Id { get; private set; }

    /// <summary>Whose it is; <see cref="Company"/> for the company's own.</summary>
    public Guid DealerId { get; private set; }

    /// <summary>The thing it is evidence of: the inspection's id.</summary>
    public Guid Subject { get; private set; }

    /// <summary>The damaged place it shows; null for packing and papers.</summary>
    public Guid? Spot { get; private set; }

    /// <summary>The spot, or all zeros for none: a unique key treats two nulls as different.</summary>
    public Guid Place { get; private set; }

    public PhotoKind Kind { get; private set; }

    /// <summary>Of the original, lower-case hex: also its name in the store.</summary>
    public string Sha256 { get; private set; } = "";

    public long Bytes { get; private set; }

    public string MediaType { get; private set; } = "";

    /// <summary>Pixels as stored, before <see cref="Turn"/>.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>The Exif orientation, 1 (upright) to 8.</summary>
    public int Turn { get; private set; } = 1;

    /// <summary>When the camera says it was taken: a claim.</summary>
    public Instant? CapturedAt { get; private set; }

    /// <summary>When the last byte was here: ours.</summary>
    public Instant ReceivedAt { get; private set; }

    public Guid UploadedBy { get; private set; }

    /// <summary>The copy of at most 1600 px that others look at: the sender's until the portal has made its own.</summary>
    public string? ViewSha256 { get; private set; }

    /// <summary>The copy of at most 320 px, likewise.</summary>
    public string? ThumbSha256 { get; private set; }

    /// <summary>The copy in full size of a photo that browsers cannot show (HEIC); the portal's own.</summary>
    public string? FullSha256 { get; private set; }

    /// <summary>Bytes of all copies together; they count towards the dealer's quota.</summary>
    public long CopyBytes { get; private set; }

    /// <summary>From when on the portal's own copies are to be made; null once they are, or cannot be.</summary>
    public Instant? CopiesDueAt { get; private set; }

    /// <summary>How often that has been begun.</summary>
    public int CopyAttempts { get; private set; }

    /// <summary>When the portal made its own copies.</summary>
    public Instant? CopiesMadeAt { get; private set; }

    /// <summary>Why it could not.</summary>
    public CopyFault? CopyFault { get; private set; }

    /// <summary>What people are shown of it in small.</summary>
    public PhotoPreview Preview =>
        CopiesMadeAt is not null ? PhotoPreview.Own
        : CopyFault is not null ? PhotoPreview.Impossible
        : ViewSha256 is not null || ThumbSha256 is not null ? PhotoPreview.Senders
        : PhotoPreview.Waiting;

    /// <summary>Whether the sender's copy of this size is still of use: until the portal has its own, or knows that there can be none.</summary>
    public bool Wants(PhotoCopy copy) => CopiesDueAt is not null && (copy == PhotoCopy.View ? ViewSha256 : ThumbSha256) is null;

    /// <summary>Whether a picture of this size can be a copy of it: the same shape, upright or turned, to within two pixels.</summary>
    public bool MayHaveCopy(int width, int height) =>
        Fits(Width, Height, width, height) || Fits(Height, Width, width, height);

    /// <summary>Takes a copy of the sender's once. The first stays until the portal's own takes its place.</summary>
    internal void Take(PhotoCopy copy, string sha256, long bytes)
    {
        if (!Wants(copy)) return;
        if (copy == PhotoCopy.View) ViewSha256 = sha256;
        else ThumbSha256 = sha256;
        CopyBytes += bytes;
    }

    /// <param name="Full">Null for a photo that browsers can show as it is.</param>
    internal sealed record OwnCopies(string View, string Thumb, string? Full, long Bytes);

    /// <summary>Takes the portal's own copies in place of whatever the sender had sent.</summary>
    internal void TakeOwn(OwnCopies copies, Instant now)
    {
        (ViewSha256, ThumbSha256, FullSha256, CopyBytes) = (copies.View, copies.Thumb, copies.Full, copies.Bytes);
        (CopiesMadeAt, CopiesDueAt, CopyFault) = (now, null, null);
    }

    /// <summary>No copies can be made. The sender's own go too: of a photo that cannot be read they prove nothing.</summary>
    internal void GiveUpCopies(CopyFault fault)
    {
        if (CopiesMadeAt is not null) return;
        (ViewSha256, ThumbSha256, CopyBytes) = (null, null, 0);
        (CopyFault, CopiesDueAt) = (fault, null);
    }

    private static bool Fits(long width, long height, long copyWidth, long copyHeight) =>
        copyWidth <= width && copyHeight <= height
        && Math.Abs((width * copyHeight) - (height * copyWidth)) <= 2 * Math.Max(width, height);
}

/// <summary>The pictures that are made of an original.</summary>
public enum PhotoCopy
{
    /// <summary>At most 1600 px.</summary>
    View,
    /// <summary>At most 320 px.</summary>
    Thumb,
    /// <summary>As large as the original, for one that browsers cannot show; never the sender's.</summary>
    Full,
}

/// <summary>Whose the small pictures are that people are shown of a photo.</summary>
public enum PhotoPreview
{
    /// <summary>The portal's own are still to be made, and the sender has sent none.</summary>
    Waiting,
    /// <summary>Those of the sender's device, until the portal's own are made.</summary>
    Senders,
    /// <summary>Made here, from the pixels of the original.</summary>
    Own,
    /// <summary>None can be made.</summary>
    Impossible,
}
