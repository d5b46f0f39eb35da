using System.Buffers.Binary;

namespace DealerPortal.Domain.Evidence.Formats;

/// <summary>Numbers and marks inside a file. The caller has made sure that they lie inside it.</summary>
internal static class Octets
{
    public static int U16(this ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt16BigEndian(file[at..]);

    public static long U32(this ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt32BigEndian(file[at..]);

    public static long U32Little(this ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file[at..]);

    public static int U24Little(this ReadOnlySpan<byte> file, int at) => file[at] | (file[at + 1] << 8) | (file[at + 2] << 16);

    /// <summary>Whether the bytes at this place are there and read so.</summary>
    public static bool Says(this ReadOnlySpan<byte> file, int at, ReadOnlySpan<byte> mark) => at >= 0 && at <= file.Length - mark.Length && file.Slice(at, mark.Length).SequenceEqual(mark);

    public static bool Has(this ReadOnlySpan<byte> file, long at, long count) => at >= 0 && count >= 0 && at + count <= file.Length;
}
