using System.Buffers.Binary;

namespace DealerPortal.Domain.Evidence.Copies;

/// <summary>The copies of one photo as JPEG files.</summary>
/// <remarks>Over the pipe between the decoder and the portal each comes with its length before it.</remarks>
/// <param name="Full">In full size, for a photo that browsers cannot show; otherwise null.</param>
internal sealed record PictureCopies(byte[] View, byte[] Thumb, byte[]? Full)
{
    public void Write(Stream to)
    {
        Span<byte> length = stackalloc byte[4];
        foreach (var part in new[] { View, Thumb, Full ?? [] })
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
            to.Write(length);
            to.Write(part);
        }
    }

    /// <summary>The copies in this answer; null where it is none.</summary>
    public static PictureCopies? Read(ReadOnlySpan<byte> answer)
    {
        var parts = new List<byte[]>();
        while (answer.Length >= 4)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(answer);
            if (length < 0 || length > answer.Length - 4) return null;
            parts.Add(answer.Slice(4, length).ToArray());
            answer = answer[(4 + length)..];
        }
        return answer.IsEmpty && parts is [var view, var thumb, var full] ? new(view, thumb, full.Length == 0 ? null : full) : null;
    }
}
