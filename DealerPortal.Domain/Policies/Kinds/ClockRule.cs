using DealerPortal.Domain.Time;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>How long one clock of a case runs.</summary>
/// <param name="Code">What it measures, such as <c>plan</c>; words under <c>clock.CODE</c>.</param>
/// <param name="HouseRule">What the pack fills in; null where the regulation says it all.</param>
public sealed record ClockRule(string Code, Clause Clause, ClockLength.WorkingDays Length, Bilingual? HouseRule);
