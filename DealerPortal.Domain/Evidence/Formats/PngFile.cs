using System.Text;

namespace DealerPortal.Domain.Evidence.Formats;

/// <summary>One chunk of a PNG from its length to its checksum, or of a WebP with its padding.</summary>
internal readonly record struct Chunk(string Type, int Start, int Content, int Bytes, int End);

/// <summary>A PNG as a list of chunks whose checksums hold.</summary>
internal static class PngFile
{
    private static readonly uint[] Table = MakeTable();

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static Outcome<Picture> Check(ReadOnlySpan<byte> file)
    {
        var read = Read(file);
        if (read.Value is not { } chunks) return read.Refusal!;
        if (chunks[0] is not { Type: "IHDR", Bytes: 13 } || !chunks.Exists(chunk => chunk.Type == "IDAT")) return PhotoRefusals.Damaged;
        if (chunks[^1].End != file.Length) return PhotoRefusals.CarriesMore;

        var (width, height) = (file.U32(chunks[0].Content), file.U32(chunks[0].Content + 4));
        if (width > int.MaxValue || height > int.MaxValue) return PhotoRefusals.Damaged;

        var exif = chunks.Find(chunk => chunk.Type == "eXIf");
        return new Picture(PictureType.Png, (int)width, (int)height, exif.Content, exif.Bytes);
    }

    /// <summary>The chunks from the first to IEND.</summary>
    public static Outcome<List<Chunk>> Read(ReadOnlySpan<byte> file)
    {
        var chunks = new List<Chunk>();
        for (var at = Signature.Length; ;)
        {
            if (!file.Has(at, 12)) return PhotoRefusals.Truncated;
            var bytes = file.U32(at);
            if (!file.Has(at + 12, bytes)) return PhotoRefusals.Truncated;

            var end = at + 12 + (int)bytes;
            if (Checksum(file[(at + 4)..(end - 4)]) != file.U32(end - 4)) return PhotoRefusals.Damaged;

            var chunk = new Chunk(Encoding.Latin1.GetString(file.Slice(at + 4, 4)), at, at + 8, (int)bytes, end);
            chunks.Add(chunk);
            if (chunk.Type == "IEND") return chunks;
            at = end;
        }
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes) sum = Table[(sum ^ one) & 0xFF] ^ (sum >> 8);
        return ~sum;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var n = 0u; n < 256; n++)
        {
            var value = n;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
            table[n] = value;
        }
        return table;
    }
}
