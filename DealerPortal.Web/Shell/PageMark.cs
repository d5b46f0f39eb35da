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
}
