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

    /// <summary>The copy of at most 1600 px that others look at; null until the sender's browser has made it.</summary>
    public string? ViewSha256 { get; private set; }

    /// <summary>The copy of at most 320 px; null until the sender's browser has made it.</summary>
    public string? ThumbSha256 { get; private set; }

    /// <summary>Bytes of both copies together; they count towards the dealer's quota.</summary>
    public long CopyBytes { get; private set; }

    public bool Has(PhotoCopy copy) => (copy == PhotoCopy.View ? ViewSha256 : ThumbSha256) is not null;

    /// <summary>Whether a picture of this size can be a copy of it: the same shape, upright or turned, to within two pixels.</summary>
    public bool MayHaveCopy(int width, int height) =>
        Fits(Width, Height, width, height) || Fits(Height, Width, width, height);

    /// <summary>Takes a copy once. The first stays: what others were shown does not change under their eyes.</summary>
    internal void Take(PhotoCopy copy, string sha256, long bytes)
    {
        if (Has(copy)) return;
        if (copy == PhotoCopy.View) ViewSha256 = sha256;
        else ThumbSha256 = sha256;
        CopyBytes += bytes;
    }

    private static bool Fits(long width, long height, long copyWidth, long copyHeight) =>
        copyWidth <= width && copyHeight <= height
        && Math.Abs((width * copyHeight) - (height * copyWidth)) <= 2 * Math.Max(width, height);
}

/// <summary>The two smaller pictures that the sender's browser makes of an original.</summary>
public enum PhotoCopy
{
    /// <summary>At most 1600 px.</summary>
    View,
    /// <summary>At most 320 px.</summary>
    Thumb,
}
