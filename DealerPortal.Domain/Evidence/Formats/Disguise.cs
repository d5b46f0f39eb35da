using System.Text;

namespace DealerPortal.Domain.Evidence.Formats;

/// <summary>Recognises what is no picture, and pictures that are something else as well.</summary>
internal static class Disguise
{
    private static readonly string[] PageMarks = ["<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<!--", "<a ", "<img", "<div", "<meta"];
    private static readonly string[] ForeignMarks = ["<!doctype", "<html", "<script", "<svg", "<?php", "%pdf-"];

    /// <summary>The words for a file that is none of the pictures taken.</summary>
    public static Refusal NameWhatItIs(ReadOnlySpan<byte> file)
    {
        var start = Start(file, 4096).TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\0');
        return !start.StartsWith('<') ? PhotoRefusals.NoSuchType
            : start.Contains("<svg", StringComparison.Ordinal) ? PhotoRefusals.Svg
            : PageMarks.Any(mark => start.StartsWith(mark, StringComparison.Ordinal)) || start.Contains("<html", StringComparison.Ordinal) ? PhotoRefusals.Html
            : PhotoRefusals.NoSuchType;
    }

    /// <summary>A well-formed picture that an archive reader, a browser or a PDF reader would open as its own kind too.</summary>
    public static bool IsAlsoSomethingElse(ReadOnlySpan<byte> file)
    {
        var start = Start(file, 1024);
        return EndsAsArchive(file) || ForeignMarks.Any(mark => start.Contains(mark, StringComparison.Ordinal));
    }

    // An archive is read from its end: its last record lies in the last 64 KiB and says how much comment follows it.
    private static bool EndsAsArchive(ReadOnlySpan<byte> file)
    {
        const int record = 22;
        var from = Math.Max(0, file.Length - record - ushort.MaxValue);
        for (var at = Next(file, from); at >= 0; at = Next(file, at + 1))
            if (file.Has(at, record) && at + record + (file[at + 20] | (file[at + 21] << 8)) <= file.Length && IsDirectoryEnd(file, at)) return true;
        return false;
    }

    private static int Next(ReadOnlySpan<byte> file, int from)
    {
        var found = from >= file.Length ? -1 : file[from..].IndexOf("PK\x05\x06"u8);
        return found < 0 ? -1 : from + found;
    }

    // Four bytes can come about by chance; one disk with the same count of entries twice hardly.
    private static bool IsDirectoryEnd(ReadOnlySpan<byte> file, int at) =>
        file.Says(at + 4, [0, 0, 0, 0]) && file.Slice(at + 8, 2).SequenceEqual(file.Slice(at + 10, 2));

    private static string Start(ReadOnlySpan<byte> file, int count) =>
        Encoding.UTF8.GetString(file[..Math.Min(count, file.Length)]).ToLowerInvariant();
}
