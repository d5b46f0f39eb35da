namespace DealerPortal.Domain.Evidence.Formats;

/// <summary>One piece of a JPEG from its marker to the next; for a scan, with the pixels' bits that follow it.</summary>
internal readonly record struct JpegSegment(int Marker, int Start, int End)
{
    /// <summary>Notes of cameras and programs: APP0 to APP15 and comments.</summary>
    public bool IsNote => Marker is (>= 0xE0 and <= 0xEF) or 0xFE;

    // Every frame header but DHT (C4), JPG (C8) and DAC (CC), which lie between them.
    public bool IsFrame => Marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Where the content begins: after marker and length.</summary>
    public int Content => Start + 4;
}

/// <summary>A JPEG as a list of segments, walked from its first byte to the end of its image.</summary>
/// <param name="End">The first byte after the image.</param>
internal sealed record JpegFile(IReadOnlyList<JpegSegment> Segments, int End)
{
    private const int Scan = 0xDA;
    private const int EndOfImage = 0xD9;

    private static ReadOnlySpan<byte> ExifMark => "Exif\0\0"u8;

    /// <summary>Reads the file and refuses what ends early or goes on after its end.</summary>
    public static Outcome<Picture> Check(ReadOnlySpan<byte> file)
    {
        var read = Read(file);
        if (read.Value is not { } jpeg) return read.Refusal!;

        var frames = jpeg.Segments.Where(segment => segment.IsFrame).ToList();
        if (frames.Count != 1 || !jpeg.Segments.Any(segment => segment.Marker == Scan)) return PhotoRefusals.Damaged;
        if (frames[0].End - frames[0].Content < 6) return PhotoRefusals.Damaged;
        if (!JpegTail.IsKnown(file, jpeg)) return PhotoRefusals.CarriesMore;

        var (exifAt, exifBytes) = jpeg.FindExif(file);
        return new Picture(PictureType.Jpeg, file.U16(frames[0].Content + 3), file.U16(frames[0].Content + 1), exifAt, exifBytes);
    }

    /// <summary>The segments up to the end of the first image in the span.</summary>
    public static Outcome<JpegFile> Read(ReadOnlySpan<byte> file)
    {
        var segments = new List<JpegSegment>();
        var at = 2;
        while (true)
        {
            while (file.Says(at, [0xFF, 0xFF])) at++;
            if (!file.Has(at, 2)) return PhotoRefusals.Truncated;
            if (file[at] != 0xFF) return PhotoRefusals.Damaged;

            int marker = file[at + 1];
            if (marker == EndOfImage) return new JpegFile(segments, at + 2);
            if (marker is < 0xC0 or (>= 0xD0 and <= 0xD8)) return PhotoRefusals.Damaged;
            if (!file.Has(at, 4)) return PhotoRefusals.Truncated;

            var length = file.U16(at + 2);
            if (length < 2) return PhotoRefusals.Damaged;
            if (!file.Has(at + 2, length)) return PhotoRefusals.Truncated;

            var end = marker == Scan ? EndOfScan(file, at + 2 + length) : at + 2 + length;
            segments.Add(new(marker, at, end));
            at = end;
        }
    }

    /// <summary>Whether some note of the camera begins so or carries this mark.</summary>
    public bool Notes(ReadOnlySpan<byte> file, int marker, ReadOnlySpan<byte> mark)
    {
        foreach (var segment in Segments)
            if (segment.Marker == marker && file[segment.Content..segment.End].IndexOf(mark) >= 0) return true;
        return false;
    }

    private (int At, int Bytes) FindExif(ReadOnlySpan<byte> file)
    {
        foreach (var segment in Segments)
            if (segment.Marker == 0xE1 && file[segment.Content..segment.End].StartsWith(ExifMark))
                return (segment.Content + ExifMark.Length, segment.End - segment.Content - ExifMark.Length);
        return (0, 0);
    }

    // Inside the bits FF is followed by 00 (a literal FF) or by a restart marker; anything else ends the scan.
    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        while (true)
        {
            var next = file[at..].IndexOf((byte)0xFF);
            if (next < 0) return file.Length;
            at += next;
            if (!file.Has(at, 2)) return file.Length;
            if (file[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7))) return at;
            at += 2;
        }
    }
}
