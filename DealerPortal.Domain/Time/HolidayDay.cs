using NodaTime;

namespace DealerPortal.Domain.Time;

/// <summary>One date that the public holidays decide: off, or worked in exchange for another (a make-up day).</summary>
/// <param name="Name">The holiday's own name, in the language of its notice.</param>
/// <param name="IsOff">True for a day off, false for a make-up working day.</param>
public sealed record HolidayDay(LocalDate Date, string Name, bool IsOff);
