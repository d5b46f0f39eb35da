using System.Buffers.Binary;

namespace DealerPortal.Domain.Evidence.Formats;

/// <summary>The same pixels without anybody's notes: no place, no device, no maker's or program's data. Not one pixel is decoded.</summary>
public static class BarePicture
{
    private static readonly HashSet<string> PngParts = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs"];
    private static readonly HashSet<string> WebpParts = ["VP8 ", "VP8L", "VP8X", "ALPH", "ICCP"];

    /// <summary>The bare file, or null for a kind that cannot be made bare without decoding it.</summary>
    /// <param name="turn">The Exif orientation, the one note that is kept, because without it the picture would lie on its side.</param>
    /// <param name="keepColours">Whether the colour profile stays; without it a wide-gamut photo looks pale.</param>
    public static byte[]? Of(byte[] file, PictureType type, int turn, bool keepColours = true) => type switch
    {
        PictureType.Jpeg => Jpeg(file, turn, keepColours),
        PictureType.Png => Png(file),
        PictureType.Webp => Webp(file),
        _ => null,
    };

    private static byte[]? Jpeg(byte[] file, int turn, bool keepColours)
    {
        if (JpegFile.Read(file).Value is not { } jpeg) return null;
        using var bare = new MemoryStream(file.Length);
        bare.Write([0xFF, 0xD8]);
        if (turn != 1) bare.Write(TurnOnly(turn));
        foreach (var segment in jpeg.Segments.Where(segment => Stays(file, segment, keepColours))) bare.Write(file.AsSpan(segment.Start..segment.End));
        bare.Write([0xFF, 0xD9]);
        return bare.ToArray();
    }

    // APP14 says how the colours are coded, APP2 may hold the colour profile: both belong to the pixels.
    private static bool Stays(ReadOnlySpan<byte> file, JpegSegment segment, bool keepColours) =>
        !segment.IsNote
        || (segment.Marker == 0xEE && file.Says(segment.Content, "Adobe"u8))
        || (keepColours && segment.Marker == 0xE2 && file.Says(segment.Content, "ICC_PROFILE\0"u8));

    // An Exif block with one entry: orientation (0112), SHORT, one value.
    private static byte[] TurnOnly(int turn) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turn, 0, 0, 0, 0, 0, 0,
    ];

    private static byte[]? Png(byte[] file)
    {
        if (PngFile.Read(file).Value is not { } chunks) return null;
        using var bare = new MemoryStream(file.Length);
        bare.Write(PngFile.Signature);
        foreach (var chunk in chunks.Where(chunk => PngParts.Contains(chunk.Type))) bare.Write(file.AsSpan(chunk.Start..chunk.End));
        return bare.ToArray();
    }

    // A moving picture keeps its frames in chunks of chunks; the working copy serves for those.
    private static byte[]? Webp(byte[] file)
    {
        if (WebpFile.Read(file).Value is not { } chunks || chunks.Exists(chunk => chunk.Type == "ANMF")) return null;
        using var bare = new MemoryStream(file.Length);
        bare.Write(file.AsSpan(..WebpFile.First));
        foreach (var chunk in chunks.Where(chunk => WebpParts.Contains(chunk.Type))) bare.Write(file.AsSpan(chunk.Start..chunk.End));
        var bytes = bare.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)bytes.Length - 8);
        // The flags of the extended header announce Exif (08) and XMP (04), which are gone.
        if (chunks[0].Type == "VP8X") bytes[WebpFile.First + 8] &= 0xF3;
        return bytes;
    }
}
