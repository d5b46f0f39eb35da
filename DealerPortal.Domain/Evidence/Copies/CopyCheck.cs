using DealerPortal.Domain.Evidence.Formats;

namespace DealerPortal.Domain.Evidence.Copies;

/// <summary>Copies are believed as little as originals, whoever made them: a JPEG of the right size, and bare of every note.</summary>
internal static class CopyCheck
{
    /// <summary>The longer side in pixels, at most.</summary>
    public static int MaxSide(PhotoCopy copy) => copy switch
    {
        PhotoCopy.View => 1600,
        PhotoCopy.Thumb => 320,
        _ => ushort.MaxValue,
    };

    /// <summary>The copy as it is kept, and what it shows; or why it is no copy.</summary>
    public static Outcome<(byte[] Bare, Picture Picture)> Read(byte[] content, PhotoCopy copy)
    {
        var read = Picture.Read(content, long.MaxValue);
        if (read.Value is not { } picture) return read.Refusal!;
        var isSmall = Math.Max(picture.Width, picture.Height) <= MaxSide(copy);
        if (picture.Type != PictureType.Jpeg || !isSmall) return PhotoRefusals.CopyDoesNotFit;

        // What was drawn anew is upright: no turn is kept. The small ones are in the colours of the web, and need no profile.
        return BarePicture.Of(content, PictureType.Jpeg, turn: 1, keepColours: copy == PhotoCopy.Full) is { } bare
            ? (bare, picture)
            : PhotoRefusals.CopyDoesNotFit;
    }
}
