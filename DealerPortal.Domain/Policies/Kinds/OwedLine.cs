using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Goods of one line that had not been shipped when a date began.</summary>
/// <param name="Number">The line's number in its order.</param>
/// <param name="PromisedOn">The last date on which they might have shipped.</param>
/// <param name="Outstanding">How much of it, in the family's measure.</param>
public sealed record OwedLine(int Number, string Family, LocalDate PromisedOn, decimal Outstanding);
