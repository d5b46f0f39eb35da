using System.Text;

namespace DealerPortal.Domain.Evidence.Formats;

/// <summary>One box of an ISO base media file: HEIC pictures and the films of moving photos are built of them.</summary>
/// <param name="Content">Where the content begins, after size and type.</param>
internal readonly record struct Box(string Type, int Content, int End);

/// <summary>Reads boxes one after the other.</summary>
internal static class BoxWalk
{
    private static readonly HashSet<string> Known =
        ["ftyp", "meta", "mdat", "moov", "free", "skip", "wide", "uuid", "jumb", "mpvd", "sefd", "styp", "sidx", "moof", "mfra"];

    /// <summary>The boxes between two places, or null when one of them does not fit: the file was cut, or it is none.</summary>
    public static List<Box>? Boxes(ReadOnlySpan<byte> file, int from, int to)
    {
        var boxes = new List<Box>();
        for (var at = from; at < to;)
        {
            if (Next(file, at, to) is not { } next || next.Size < next.Header || !file[..to].Has(at, next.Size)) return null;
            boxes.Add(new(next.Type, at + next.Header, (int)(at + next.Size)));
            at += (int)next.Size;
        }
        return boxes;
    }

    /// <summary>What the box that begins here says of itself, whether it fits or not; null when not even that is there.</summary>
    public static (string Type, int Header, long Size)? Next(ReadOnlySpan<byte> file, long at, int to)
    {
        if (!file[..to].Has(at, 8)) return null;
        var (type, size) = (Encoding.Latin1.GetString(file.Slice((int)at + 4, 4)), file.U32((int)at));
        if (size != 1) return (type, 8, size);
        // Sizes beyond 4 GB are written in 64 bits, and some cameras always do.
        return file[..to].Has(at, 16) && file.U32((int)at + 8) == 0 ? (type, 16, file.U32((int)at + 12)) : null;
    }

    /// <summary>Whether a film begins here and ends with the file.</summary>
    public static bool EndsExactly(ReadOnlySpan<byte> file, int at) =>
        Boxes(file, at, file.Length) is { Count: > 0 } boxes && boxes[0].Type == "ftyp" && boxes.TrueForAll(IsKnown);

    public static bool IsKnown(Box box) => IsKnown(box.Type);

    public static bool IsKnown(string type) => Known.Contains(type);
}
