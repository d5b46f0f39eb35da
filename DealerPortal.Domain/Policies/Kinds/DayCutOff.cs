using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>The time of day from which on something counts for the next day: at or after it is after it.</summary>
public sealed record DayCutOff(Clause Clause, LocalTime At, Bilingual? HouseRule);
