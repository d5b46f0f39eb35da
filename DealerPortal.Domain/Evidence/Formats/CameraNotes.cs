using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.IO;
using NodaTime;
using NodaTime.Text;

namespace DealerPortal.Domain.Evidence.Formats;

/// <summary>What the camera wrote beside the picture. Claims, not facts: anybody can write them.</summary>
/// <param name="CapturedAt">When the camera says it was taken, by its own zone or, where it names none, by the one assumed.</param>
/// <param name="Turn">The Exif orientation, 1 (upright) to 8.</param>
/// <param name="HasPlace">Whether it says where it was taken.</param>
public sealed record CameraNotes(Instant? CapturedAt, int Turn, bool HasPlace)
{
    private const int MaxBytes = 1 << 20;
    private const int OriginalOffset = 0x9011;
    private static readonly CameraNotes None = new(null, 1, false);
    private static readonly LocalDateTimePattern Clock = LocalDateTimePattern.CreateWithInvariantCulture("uuuu:MM:dd HH:mm:ss");
    private static readonly OffsetPattern Offsets = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    public static CameraNotes Read(ReadOnlySpan<byte> exif, DateTimeZone assumed)
    {
        if (exif.Length is 0 or > MaxBytes) return None;
        var directories = Directories(exif.ToArray());
        var turn = directories.OfType<ExifIfd0Directory>().Select(directory => Number(directory, ExifDirectoryBase.TagOrientation)).FirstOrDefault();
        return new(
            directories.OfType<ExifSubIfdDirectory>().Select(directory => TakenAt(directory, assumed)).FirstOrDefault(taken => taken is not null),
            turn is >= 1 and <= 8 ? turn.Value : 1,
            directories.OfType<GpsDirectory>().Any(directory => directory.TagCount > 0));
    }

    // Bytes of a stranger: whatever the reader stumbles over, the photo then has no notes.
    private static IReadOnlyList<MetadataExtractor.Directory> Directories(byte[] exif)
    {
        try { return new ExifReader().Extract(new ByteArrayReader(exif)); }
        catch (Exception fault) when (fault is not OutOfMemoryException) { return []; }
    }

    private static int? Number(ExifIfd0Directory directory, int tag) => directory.TryGetInt32(tag, out var number) ? number : null;

    private static Instant? TakenAt(ExifSubIfdDirectory directory, DateTimeZone assumed)
    {
        var text = directory.GetString(ExifDirectoryBase.TagDateTimeOriginal)?.Trim('\0', ' ');
        if (text is null || !Clock.Parse(text).TryGetValue(default, out var taken)) return null;

        var offset = directory.GetString(OriginalOffset)?.Trim('\0', ' ');
        return offset is not null && Offsets.Parse(offset).TryGetValue(Offset.Zero, out var known)
            ? taken.WithOffset(known).ToInstant()
            : taken.InZoneLeniently(assumed).ToInstant();
    }
}
