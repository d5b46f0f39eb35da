using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Policies.Reading;

/// <summary>What a clause may lean on while it is read: its edition's name, families and calendar.</summary>
/// <param name="Calendar">Null while the calendar itself is read, or when it could not be.</param>
internal sealed record EditionFrame(string Pack, string Name, LocalDate AppliesFrom, IReadOnlyList<Family> Families, WorkingCalendar? Calendar, Holidays Holidays)
{
    public PackForm<string> Family => Forms.OneOf(Families.Select(family => family.Code));
}
