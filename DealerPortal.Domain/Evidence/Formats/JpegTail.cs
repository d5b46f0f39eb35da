namespace DealerPortal.Domain.Evidence.Formats;

/// <summary>What phones write after the end of a JPEG, so that honest photos pass: padding, a second picture that the first one announces,
/// the few seconds of film of a moving photo, and one maker's directory. Nothing else may follow.</summary>
internal static class JpegTail
{
    private const int DirectoryEntry = 12;

    public static bool IsKnown(ReadOnlySpan<byte> file, JpegFile jpeg)
    {
        var at = SkipPadding(file, jpeg.End);
        if (jpeg.Notes(file, 0xE2, "MPF\0"u8)) at = SkipPictures(file, at);
        return at == file.Length
            // A film begins with a small number of four bytes, whose zeros look like padding.
            || (IsMovingPhoto(file, jpeg) && BoxWalk.EndsExactly(file, Math.Max(jpeg.End, at - 3)))
            || IsDirectory(file, at);
    }

    private static bool IsMovingPhoto(ReadOnlySpan<byte> file, JpegFile jpeg) =>
        jpeg.Notes(file, 0xE1, "MotionPhoto"u8) || jpeg.Notes(file, 0xE1, "MicroVideo"u8);

    private static int SkipPadding(ReadOnlySpan<byte> file, int at)
    {
        var rest = file[at..].IndexOfAnyExcept((byte)0);
        return rest < 0 ? file.Length : at + rest;
    }

    private static int SkipPictures(ReadOnlySpan<byte> file, int at)
    {
        while (file.Says(at, [0xFF, 0xD8, 0xFF]) && JpegFile.Read(file[at..]).Value is { } next) at = SkipPadding(file, at + next.End);
        return at;
    }

    // "SEFH", a version and a count, then per block: kind, how far before this directory it starts, how long it is; its length and "SEFT" end the file.
    private static bool IsDirectory(ReadOnlySpan<byte> file, int at)
    {
        if (!file.Has(at, 20) || !file[^4..].SequenceEqual("SEFT"u8)) return false;

        var directory = file.Length - 8 - file.U32Little(file.Length - 8);
        if (directory < at || !file.Says((int)directory, "SEFH"u8) || !file.Has(directory, 12)) return false;

        var count = file.U32Little((int)directory + 8);
        if (directory + 12 + (count * DirectoryEntry) != file.Length - 8) return false;

        var covered = 0L;
        for (var entry = (int)directory + 12; entry < file.Length - 8; entry += DirectoryEntry)
        {
            var start = directory - file.U32Little(entry + 4);
            var length = file.U32Little(entry + 8);
            if (start < at || start + length > directory) return false;
            covered += length;
        }
        return covered == directory - at;
    }
}
