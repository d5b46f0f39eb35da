using DealerPortal.Web.Shell;
using NodaTime;

namespace DealerPortal.Web.Compensation;

/// <summary>Where a page of the late orders begins, as part of its address.</summary>
internal static class LateMark
{
    public static string Write((LocalDate Due, Guid Id) place) => PageMark.Write(place.Due.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), place.Id);

    public static (LocalDate Due, Guid Id)? Read(string? mark) => PageMark.Read(mark) is (var at, var id) ? (at.InUtc().Date, id) : null;
}
