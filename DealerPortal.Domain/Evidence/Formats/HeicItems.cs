namespace DealerPortal.Domain.Evidence.Formats;

/// <summary>A stretch of bytes of one item of a HEIC.</summary>
/// <param name="IsInFile">Counted from the start of the file; otherwise inside a box of its own.</param>
internal readonly record struct HeicItem(long Id, bool IsInFile, long At, long Bytes);

/// <summary>Reads where the items of a HEIC lie (ISO/IEC 14496-12, 8.11.3) and which of them holds the camera's notes (8.11.6).</summary>
internal static class HeicItems
{
    /// <summary>Every extent of every item, or null when the table does not hold together.</summary>
    public static List<HeicItem>? Read(ReadOnlySpan<byte> file, List<Box> parts)
    {
        var box = parts.Find(part => part.Type == "iloc");
        if (box.Type is null || box.End - box.Content < 8) return null;

        var table = new Table(file[box.Content..box.End]);
        return table.Read();
    }

    /// <summary>The number of the item of type Exif; null when there is none.</summary>
    public static long? ExifId(ReadOnlySpan<byte> file, List<Box> parts)
    {
        var box = parts.Find(part => part.Type == "iinf");
        if (box.Type is null || box.End - box.Content < 6) return null;

        var header = file[box.Content] == 0 ? 6 : 8;
        foreach (var entry in BoxWalk.Boxes(file, Math.Min(box.Content + header, box.End), box.End) ?? [])
        {
            if (entry.Type != "infe" || entry.End - entry.Content < 12) continue;
            var isLong = file[entry.Content] == 3;
            if (file.Says(entry.Content + (isLong ? 10 : 8), "Exif"u8)) return isLong ? file.U32(entry.Content + 4) : file.U16(entry.Content + 4);
        }
        return null;
    }

    private ref struct Table(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> bytes = bytes;
        private int at = 6;
        private bool isBroken;

        public List<HeicItem>? Read()
        {
            int version = bytes[0];
            var (offsets, lengths) = (bytes[4] >> 4, bytes[4] & 15);
            var (bases, indexes) = (bytes[5] >> 4, version > 0 ? bytes[5] & 15 : 0);
            var wide = version == 2 ? 4 : 2;
            var items = new List<HeicItem>();
            for (var left = Take(wide); left > 0 && !isBroken; left--)
            {
                var id = Take(wide);
                var method = version > 0 ? Take(2) & 15 : 0;
                Take(2);
                var start = Take(bases);
                for (var extents = Take(2); extents > 0 && !isBroken; extents--)
                {
                    Take(indexes);
                    var offset = Take(offsets);
                    items.Add(new(id, method == 0, start + offset, Take(lengths)));
                }
            }
            return isBroken ? null : items;
        }

        // 0, 2, 4 or 8 bytes; a number that no file of this portal can reach breaks the table.
        private long Take(int count)
        {
            if (isBroken || at + count > bytes.Length) { isBroken = true; return 0; }
            var value = 0L;
            for (var end = at + count; at < end; at++)
            {
                value = (value << 8) | bytes[at];
                if (value > int.MaxValue) { isBroken = true; return 0; }
            }
            return value;
        }
    }
}
