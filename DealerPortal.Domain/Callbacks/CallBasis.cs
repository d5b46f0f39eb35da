using DealerPortal.Domain.Policies;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>From what a callback's interval counts, so that its due date can be reckoned again by another calendar.</summary>
/// <param name="Tier">The tier whose interval it is.</param>
/// <param name="IsBegun">The tier began on the date; otherwise a callback reached the dealer on it.</param>
/// <param name="Edition">Whose figures are promised: of the callback's own pack.</param>
public sealed record CallBasis(string Tier, LocalDate From, bool IsBegun, string Edition)
{
    internal Ruling<LocalDate> Due(Edition edition) => edition.Cadences.Due(Tier, From, IsBegun, edition.Calendar)!;
}
