using System.Text;

namespace DealerPortal.Domain.Evidence.Formats;

/// <summary>A HEIC: boxes to the last byte, an image size among the properties, and every item inside the file.</summary>
internal static class HeicFile
{
    private static readonly string[] Brands = ["heic", "heix", "hevc", "hevx", "heim", "heis", "hevm", "hevs"];

    /// <summary>Whether the file calls itself a picture coded in HEVC.</summary>
    public static bool Claims(ReadOnlySpan<byte> file)
    {
        if (!file.Says(4, "ftyp"u8) || file.U32(0) is < 16 or > 512) return false;
        var end = (int)Math.Min(file.U32(0), file.Length);
        for (var at = 8; at + 4 <= end; at += 4)
            if (at != 12 && Brands.Contains(Encoding.Latin1.GetString(file.Slice(at, 4)))) return true;
        return false;
    }

    public static Outcome<Picture> Check(ReadOnlySpan<byte> file)
    {
        if (BoxWalk.Boxes(file, 0, file.Length) is not { } boxes) return EndOf(file);
        if (!boxes.TrueForAll(BoxWalk.IsKnown)) return PhotoRefusals.CarriesMore;

        var meta = boxes.Find(box => box.Type == "meta");
        if (meta.Type is null) return PhotoRefusals.Truncated;
        // A full box: four bytes of version and flags stand before its parts.
        if (meta.Content + 4 > meta.End || BoxWalk.Boxes(file, meta.Content + 4, meta.End) is not { } parts) return PhotoRefusals.Damaged;

        var (width, height) = LargestSize(file, parts);
        if (width == 0) return PhotoRefusals.Damaged;

        var items = HeicItems.Read(file, parts);
        if (items is null) return PhotoRefusals.Damaged;
        var last = items.Where(item => item.IsInFile).Select(item => item.At + item.Bytes).DefaultIfEmpty().Max();
        if (last > file.Length) return PhotoRefusals.Truncated;

        var (exifAt, exifBytes) = FindExif(file, parts, items);
        return new Picture(PictureType.Heic, width, height, exifAt, exifBytes);
    }

    // The last box that begins does not fit: it was cut if it is one of a HEIC's, and foreign if it is none.
    private static Refusal EndOf(ReadOnlySpan<byte> file)
    {
        for (var at = 0L; BoxWalk.Next(file, at, file.Length) is { } next; at += next.Size)
        {
            if (!BoxWalk.IsKnown(next.Type)) return PhotoRefusals.CarriesMore;
            if (next.Size < next.Header) return PhotoRefusals.Damaged;
        }
        return PhotoRefusals.Truncated;
    }

    // A picture in tiles has the size of a tile and its own.
    private static (int Width, int Height) LargestSize(ReadOnlySpan<byte> file, List<Box> parts)
    {
        var largest = (Width: 0, Height: 0);
        if (Inside(file, parts, "iprp") is not { } properties || Inside(file, properties, "ipco") is not { } all) return largest;
        foreach (var box in all.Where(box => box.Type == "ispe" && box.End - box.Content >= 12))
        {
            var (width, height) = (file.U32(box.Content + 4), file.U32(box.Content + 8));
            if (width > int.MaxValue || height > int.MaxValue) return (int.MaxValue, int.MaxValue);
            if (width * height > (long)largest.Width * largest.Height) largest = ((int)width, (int)height);
        }
        return largest;
    }

    private static List<Box>? Inside(ReadOnlySpan<byte> file, List<Box> boxes, string type) =>
        boxes.Find(box => box.Type == type) is { Type: not null } found ? BoxWalk.Boxes(file, found.Content, found.End) : null;

    // The item begins with four bytes that say how far ahead the TIFF block is.
    private static (int At, int Bytes) FindExif(ReadOnlySpan<byte> file, List<Box> parts, List<HeicItem> items)
    {
        var id = HeicItems.ExifId(file, parts);
        var item = items.Find(item => item.Id == id && item.IsInFile);
        if (id is null || item.Bytes < 12) return (0, 0);

        var skip = file.U32((int)item.At) + 4;
        return skip < item.Bytes ? ((int)(item.At + skip), (int)(item.Bytes - skip)) : (0, 0);
    }
}
