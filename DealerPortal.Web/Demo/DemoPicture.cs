using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace DealerPortal.Web.Demo;

/// <summary>A picture of the demonstration: a brown carton with a dark tear across it, each seed another tear. Plainly drawn, and no photo of anything.</summary>
internal static class DemoPicture
{
    private const int Width = 480, Height = 360;

    /// <summary>As a PNG file.</summary>
    public static byte[] Carton(int seed)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Height);
        (head[8], head[9]) = (8, 2);
        Chunk(file, "IHDR", head);
        Chunk(file, "IDAT", Pixels(seed));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Pixels(int seed)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            for (var y = 0; y < Height; y++)
            {
                var row = new byte[1 + (Width * 3)];
                for (var x = 0; x < Width; x++) Paint(row.AsSpan(1 + (x * 3), 3), x, y, seed);
                zip.Write(row);
            }
        }
        return packed.ToArray();
    }

    private static void Paint(Span<byte> pixel, int x, int y, int seed)
    {
        var tear = Math.Abs((x * (3 + (seed % 5))) - (y * 4) - (60 * (seed % 7))) < 26;
        var tape = Math.Abs(y - (Height / 2)) < 22;
        var (red, green, blue) = tear ? (52, 36, 26) : tape ? (214, 190, 140) : (178 + (x / 16 % 2 * 6), 136, 92);
        (pixel[0], pixel[1], pixel[2]) = ((byte)red, (byte)green, (byte)blue);
    }

    private static void Chunk(MemoryStream file, string kind, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(kind), .. content];
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Check(body));
        file.Write(number);
    }

    // The format's own sum over each chunk.
    private static uint Check(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }
        return ~sum;
    }
}
