using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace DealerPortal.Tests.Evidence;

/// <summary>Photos of real cameras, and files that only look like photos.</summary>
internal static class Pictures
{
    public static byte[] Nikon => Real("DSCN0010.jpg");

    public static byte[] Iphone => Real("IMG_5195.HEIC");

    public static byte[] Real(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "TestData", "photos", name));

    /// <summary>A grey PNG of one bit a pixel; what it holds differs with <paramref name="note"/>.</summary>
    public static byte[] Png(int width, int height, string note = "")
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 1;
        using var pixels = new MemoryStream();
        using (var zip = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
            for (var row = 0; row < Math.Min(height, 2000); row++) zip.Write(new byte[1 + ((Math.Min(width, 2000) + 7) / 8)]);
        return [.. (byte[])[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .. Chunk("IHDR", header), .. Chunk("tEXt", Encoding.ASCII.GetBytes("Comment\0" + note)), .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>A WebP whose frame says this size; extended, with camera notes.</summary>
    public static byte[] Webp(int width, int height, byte[] exif)
    {
        byte[] extended = [0x08, 0, 0, 0, .. U24(width - 1), .. U24(height - 1)];
        byte[] frame = [0x10, 0, 0, 0x9D, 0x01, 0x2A, .. U24(width)[..2], .. U24(height)[..2], 1, 2, 3, 4];
        byte[] body = [.. Encoding.ASCII.GetBytes("WEBP"), .. Riff("VP8X", extended), .. Riff("VP8 ", frame), .. Riff("EXIF", exif)];
        return [.. Encoding.ASCII.GetBytes("RIFF"), .. BitConverter.GetBytes(body.Length), .. body];
    }

    /// <summary>A JPEG whose frame says this size; its scan is not worth decoding.</summary>
    public static byte[] Jpeg(int width, int height, byte seed = 1, params byte[][] notes) =>
    [
        0xFF, 0xD8,
        .. notes.SelectMany(note => note),
        0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)(height & 255), (byte)(width >> 8), (byte)(width & 255), 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, seed, 0x55, 0xFF, 0x00, 0x66,
        0xFF, 0xD9,
    ];

    /// <summary>One segment of a JPEG.</summary>
    public static byte[] Note(byte marker, string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        return [0xFF, marker, (byte)((bytes.Length + 2) >> 8), (byte)((bytes.Length + 2) & 255), .. bytes];
    }

    public static byte[] Zip()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = new StreamWriter(zip.CreateEntry("run.html").Open())) entry.Write("<script>alert(1)</script>");
        return file.ToArray();
    }

    private static byte[] U24(int number) => [(byte)(number & 255), (byte)((number >> 8) & 255), (byte)(number >> 16)];

    private static byte[] Riff(string type, byte[] content) => [.. Encoding.ASCII.GetBytes(type), .. BitConverter.GetBytes(content.Length), .. content, .. new byte[content.Length % 2]];

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] covered = [.. Encoding.ASCII.GetBytes(type), .. content];
        var sum = uint.MaxValue;
        foreach (var one in covered)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 0 ? sum >> 1 : 0xEDB88320 ^ (sum >> 1);
        }
        var ends = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(ends, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(ends.AsSpan(4), ~sum);
        return [.. ends[..4], .. covered, .. ends[4..]];
    }
}
