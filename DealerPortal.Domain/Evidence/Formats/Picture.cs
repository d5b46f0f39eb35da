namespace DealerPortal.Domain.Evidence.Formats;

/// <summary>What a file turned out to be, read from its structure without decoding a pixel.</summary>
/// <param name="Width">Pixels as stored, before any turning that the camera asks for.</param>
/// <param name="ExifAt">Where the camera's own notes (a TIFF block) begin; 0 bytes long when there are none.</param>
public sealed record Picture(PictureType Type, int Width, int Height, int ExifAt = 0, int ExifBytes = 0)
{
    /// <summary>Walks the whole container: a file that ends early, goes on after its end, or is two things at once is refused.</summary>
    public static Outcome<Picture> Read(ReadOnlySpan<byte> file, long maxPixels)
    {
        if (file.IsEmpty) return PhotoRefusals.Empty;

        var read = ReadContainer(file);
        return read.Value is not { } picture ? read
            : picture.Width < 1 || picture.Height < 1 ? PhotoRefusals.Damaged
            : (long)picture.Width * picture.Height > maxPixels ? PhotoRefusals.TooManyPixels(picture.Width, picture.Height, maxPixels)
            : Disguise.IsAlsoSomethingElse(file) ? PhotoRefusals.CarriesMore
            : read;
    }

    /// <summary>The camera's notes, or nothing.</summary>
    public ReadOnlySpan<byte> Exif(ReadOnlySpan<byte> file) => file.Slice(ExifAt, ExifBytes);

    private static Outcome<Picture> ReadContainer(ReadOnlySpan<byte> file) =>
        file.Says(0, [0xFF, 0xD8, 0xFF]) ? JpegFile.Check(file)
        : file.Says(0, PngFile.Signature) ? PngFile.Check(file)
        : file.Says(0, "RIFF"u8) && file.Says(8, "WEBP"u8) ? WebpFile.Check(file)
        : HeicFile.Claims(file) ? HeicFile.Check(file)
        : Disguise.NameWhatItIs(file);
}
