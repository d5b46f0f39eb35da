using System.Text;

namespace DealerPortal.Domain.Imports.Reading;

/// <summary>Finds out in which encoding a file was written: UTF-8, with or without its mark, or else GB18030 as Chinese spreadsheets write it.</summary>
internal static class CsvText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Reads the whole file once, in pieces, to be sure of its encoding; then hands it out from its beginning.</summary>
    public static Outcome<StreamReader> Open(Stream file)
    {
        if (file.Length == 0) return new Refusal("import.empty-file");
        if (Array.Exists([Utf8, Gb18030], encoding => IsText(file, encoding)) is false) return new Refusal(IsSpreadsheet(file) ? "import.spreadsheet" : "import.encoding");

        var encoding = IsText(file, Utf8) ? Utf8 : Gb18030;
        file.Position = 0;
        return new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true);
    }

    // A zero byte is no text: it stands in spreadsheets, pictures and UTF-16.
    private static bool IsText(Stream file, Encoding encoding)
    {
        file.Position = 0;
        var decoder = encoding.GetDecoder();
        var bytes = new byte[16 * 1024];
        var letters = new char[encoding.GetMaxCharCount(bytes.Length)];
        try
        {
            while (true)
            {
                var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
                if (bytes.AsSpan(0, read).Contains((byte)0)) return false;
                decoder.GetChars(bytes.AsSpan(0, read), letters, flush: read < bytes.Length);
                if (read < bytes.Length) return true;
            }
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // xlsx is a zip archive, xls a compound file.
    private static bool IsSpreadsheet(Stream file)
    {
        file.Position = 0;
        Span<byte> start = stackalloc byte[4];
        return file.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4
            && (start.SequenceEqual("PK\x03\x04"u8) || start.SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]));
    }
}
