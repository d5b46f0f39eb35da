using System.Globalization;
using NodaTime;

namespace DealerPortal.Web.Shell;

/// <summary>Where a page of a list begins, as part of its address: microseconds since 1970 and an id.</summary>
public static class PageMark
{
    public static string Write(Instant at, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeTicks() / 10}-{id:N}");

    /// <summary>Null for the first page, and for anything that is no mark.</summary>
    public static (Instant At, Guid Id)? Read(string? mark) =>
        mark?.Split('-', 2) is [var at, var id]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds < 200_000_000_000_000_000
        && Guid.TryParseExact(id, "N", out var guid)
            ? (Instant.FromUnixTimeTicks(microseconds * 10), guid)
            : null;
/// <summary>Where a page of a list begins, as one word of an address: an instant and the id that follows it.</summary>
public readonly record struct PageMark(Instant At, Guid Id)
{
    /// <summary>Microseconds since 1970, a dash, the id.</summary>
    public override string ToString() => $"{At.ToUnixTimeTicks() / 10}-{Id:N}";

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else, which is the first page.</summary>
    public static PageMark? Read(string? text)
    {
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        return dash > 0 && long.TryParse(text![..dash], out var microseconds) && microseconds is > 0 and < 4_000_000_000_000_000 && Guid.TryParseExact(text[(dash + 1)..], "N", out var id)
            ? new(Instant.FromUnixTimeTicks(microseconds * 10), id)
            : null;
    }
}
