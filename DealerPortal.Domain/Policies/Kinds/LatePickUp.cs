using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>From this time of day on, a pick-up counts from the opening of the next day. The time itself is already late.</summary>
/// <param name="CountsFrom">The opening on the next calendar day, working day or not.</param>
public sealed record LatePickUp(Clause Clause, LocalTime From, LocalTime CountsFrom, Bilingual? HouseRule);
