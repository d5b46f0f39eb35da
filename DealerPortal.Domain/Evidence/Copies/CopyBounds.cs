using System.Globalization;

namespace DealerPortal.Domain.Evidence.Copies;

/// <summary>What one run of the decoder may cost.</summary>
internal sealed record CopyBounds(long MaxPixels, int Megabytes, int Seconds)
{
    public static CopyBounds Of(PortalSettings.PhotoBounds settings) =>
        new(settings.CopyMaxPixels, settings.CopyMegabytes, settings.CopySeconds);

    /// <summary>From a command line that <see cref="ToArguments"/> wrote.</summary>
    public static CopyBounds Parse(IReadOnlyList<string> arguments) => new(
        long.Parse(arguments[0], CultureInfo.InvariantCulture),
        int.Parse(arguments[1], CultureInfo.InvariantCulture),
        int.Parse(arguments[2], CultureInfo.InvariantCulture));

    public IEnumerable<string> ToArguments() =>
        new[] { MaxPixels, Megabytes, Seconds }.Select(bound => bound.ToString(CultureInfo.InvariantCulture));
}
