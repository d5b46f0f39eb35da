using System.Globalization;
using DealerPortal.Domain.Evidence.Formats;

namespace DealerPortal.Domain.Evidence;

/// <summary>The name a file had on the sender's device. It is compared with the content and then forgotten; no path is ever made of it.</summary>
internal static class PhotoName
{
    public const int MaxLength = 200;

    /// <summary>Refuses names of paths, hidden characters, and extensions that no photo has.</summary>
    public static Refusal? Check(string name) =>
        name.Length > MaxLength || IsPath(name) || name.Any(IsHidden) ? PhotoRefusals.NameIsPath
        : Extension(name) switch
        {
            "" => null,
            ".svg" or ".svgz" => PhotoRefusals.Svg,
            ".htm" or ".html" or ".xhtml" or ".mht" => PhotoRefusals.Html,
            var extension when Enum.GetValues<PictureType>().Any(type => type.Extensions().Contains(extension)) => null,
            var extension => PhotoRefusals.ExtensionNotTaken(extension),
        };

    /// <summary>Refuses a name that says another kind than the content. Some phones hand over names without an extension: those say nothing.</summary>
    public static Refusal? Compare(string name, PictureType type) =>
        Extension(name) is { Length: > 0 } extension && !type.Extensions().Contains(extension)
            ? PhotoRefusals.ExtensionDiffers(extension, type.Extensions()[0])
            : null;

    private static bool IsPath(string name) =>
        name.AsSpan().IndexOfAny("/\\:") >= 0 || name.StartsWith('.') || name.Contains("..", StringComparison.Ordinal);

    private static bool IsHidden(char one) =>
        char.GetUnicodeCategory(one) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Extension(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : name[dot..].Trim().ToLowerInvariant();
    }
}
