using DealerPortal.Domain.Evidence.Formats;
using ImageMagick;

namespace DealerPortal.Domain.Evidence.Copies;

/// <summary>The program's other verb, <c>picture</c>: takes one photo from its input, writes the copies to its output, and ends.</summary>
/// <remarks>A decoder reads what strangers made. Here it can harm only this process, which holds no secret and no database.</remarks>
public static class PictureWorker
{
    public const string Verb = "picture";

    internal const int TooManyPixels = 3, Undecodable = 4;

    private const uint ViewQuality = 82, ThumbQuality = 75, FullQuality = 90;

    /// <summary>Does it all, and answers with the exit code.</summary>
    public static int Run(IReadOnlyList<string> arguments)
    {
        var bounds = CopyBounds.Parse(arguments);
        ProcessBounds.Apply(bounds);
        BoundDecoder(bounds);
        using var input = new MemoryStream();
        using (var sent = Console.OpenStandardInput()) sent.CopyTo(input);
        var file = input.ToArray();

        // Our own look at the content decides what is decoded, and as what: the decoder would also guess at drawings and scripts.
        var read = Picture.Read(file, bounds.MaxPixels);
        if (read.Refusal is { Code: var code }) return Complain(code, code == "photo.too-many-pixels" ? TooManyPixels : Undecodable);
        try
        {
            var copies = Make(file, read.Value!);
            using var output = Console.OpenStandardOutput();
            copies.Write(output);
            return 0;
        }
        catch (MagickException fault)
        {
            return Complain(fault.Message, Undecodable);
        }
    }

    private static void BoundDecoder(CopyBounds bounds)
    {
        ResourceLimits.Memory = (ulong)bounds.Megabytes << 20;
        ResourceLimits.Area = (ulong)bounds.MaxPixels;
        ResourceLimits.Width = ResourceLimits.Height = 30_000;
        ResourceLimits.Disk = 0;
        // A HEIC is a list of tiles and side pictures.
        ResourceLimits.ListLength = 16;
        ResourceLimits.Thread = 1;
    }

    private static PictureCopies Make(byte[] file, Picture picture)
    {
        using var image = new MagickImage(file, Settings(picture));
        var full = picture.Type == PictureType.Heic ? Full(image) : null;
        using var view = Copy(image, PhotoCopy.View, ViewQuality);
        // From the first copy: a sixteenth of the pixels, and a difference nobody sees.
        using var thumb = Copy(view, PhotoCopy.Thumb, ThumbQuality);
        return new(view.ToByteArray(MagickFormat.Jpeg), thumb.ToByteArray(MagickFormat.Jpeg), full);
    }

    private static MagickReadSettings Settings(Picture picture) => new()
    {
        Format = picture.Type switch
        {
            PictureType.Jpeg => MagickFormat.Jpeg,
            PictureType.Png => MagickFormat.Png,
            PictureType.Webp => MagickFormat.WebP,
            _ => MagickFormat.Heic,
        },
        FrameIndex = 0,
        FrameCount = 1,
    };

    // What a browser that knows no HEIC can show in full size: upright, without notes, with its colour profile.
    private static byte[] Full(MagickImage image)
    {
        using var full = image.Clone();
        var colours = full.GetColorProfile();
        full.AutoOrient();
        full.Strip();
        if (colours is not null) full.SetProfile(colours);
        full.Quality = FullQuality;
        return full.ToByteArray(MagickFormat.Jpeg);
    }

    // Made small first: turning and colours then cost next to nothing.
    private static IMagickImage<byte> Copy(IMagickImage<byte> image, PhotoCopy size, uint quality)
    {
        var copy = image.Clone();
        var side = (uint)CopyCheck.MaxSide(size);
        copy.Resize(new MagickGeometry(side, side) { Greater = true });
        copy.AutoOrient();
        if (copy.GetColorProfile() is not null) copy.TransformColorSpace(ColorProfiles.SRGB);
        copy.ColorSpace = ColorSpace.sRGB;
        copy.BackgroundColor = MagickColors.White;
        copy.Alpha(AlphaAction.Remove);
        copy.Strip();
        copy.Quality = quality;
        return copy;
    }

    private static int Complain(string words, int code)
    {
        Console.Error.WriteLine(words);
        return code;
    }
}
