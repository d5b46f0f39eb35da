using System.Text;

namespace DealerPortal.Domain.Evidence.Formats;

/// <summary>A WebP as a list of chunks inside its RIFF frame.</summary>
internal static class WebpFile
{
    public const int First = 12;
    private static readonly HashSet<string> Known = ["VP8 ", "VP8L", "VP8X", "ALPH", "ICCP", "EXIF", "XMP ", "ANIM", "ANMF"];

    public static Outcome<Picture> Check(ReadOnlySpan<byte> file)
    {
        var read = Read(file);
        if (read.Value is not { } chunks) return read.Refusal!;
        if (chunks.Exists(chunk => !Known.Contains(chunk.Type))) return PhotoRefusals.CarriesMore;

        var exif = chunks.Find(chunk => chunk.Type == "EXIF");
        var (width, height) = Size(file, chunks[0]);
        var (drawn, tall) = chunks.Find(chunk => chunk.Type is "VP8 " or "VP8L" or "ANMF") is { Bytes: > 0 } image ? Size(file, image) : (0, 0);
        return drawn == 0 ? PhotoRefusals.Damaged
            : new Picture(PictureType.Webp, Math.Max(width, drawn), Math.Max(height, tall), exif.Content, exif.Bytes);
    }

    /// <summary>The chunks of the frame, which is as long as the file.</summary>
    public static Outcome<List<Chunk>> Read(ReadOnlySpan<byte> file)
    {
        var end = file.U32Little(4) + 8;
        if (end > file.Length) return PhotoRefusals.Truncated;
        if (end < file.Length) return PhotoRefusals.CarriesMore;

        var chunks = new List<Chunk>();
        for (var at = First; at < file.Length;)
        {
            if (!file.Has(at, 8)) return PhotoRefusals.Truncated;
            var bytes = file.U32Little(at + 4);
            if (!file.Has(at + 8, bytes + (bytes & 1))) return PhotoRefusals.Truncated;
            var next = at + 8 + (int)(bytes + (bytes & 1));
            chunks.Add(new(Encoding.Latin1.GetString(file.Slice(at, 4)), at, at + 8, (int)bytes, next));
            at = next;
        }
        return chunks.Count == 0 ? PhotoRefusals.Truncated : chunks;
    }

    private static (int Width, int Height) Size(ReadOnlySpan<byte> file, Chunk chunk)
    {
        var at = chunk.Content;
        return chunk switch
        {
            { Type: "VP8X", Bytes: >= 10 } => (file.U24Little(at + 4) + 1, file.U24Little(at + 7) + 1),
            { Type: "ANMF", Bytes: >= 16 } => (file.U24Little(at + 6) + 1, file.U24Little(at + 9) + 1),
            { Type: "VP8 ", Bytes: >= 10 } when file.Says(at + 3, [0x9D, 0x01, 0x2A]) => ((file[at + 6] | (file[at + 7] << 8)) & 0x3FFF, (file[at + 8] | (file[at + 9] << 8)) & 0x3FFF),
            { Type: "VP8L", Bytes: >= 5 } when file[at] == 0x2F => Lossless((uint)file.U32Little(at + 1)),
            _ => (0, 0),
        };
    }

    private static (int Width, int Height) Lossless(uint bits) => ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
}
