using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Days of the week that share their opening hours.</summary>
public sealed record WeekRow(IReadOnlyList<IsoDayOfWeek> Days, DayHours Open);
