namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>A term of a rule with its clause, and with why the pack fills it in where the regulation is silent.</summary>
/// <param name="HouseRule">Null where the regulation says it.</param>
public sealed record Filled<T>(T Value, Clause Clause, Bilingual? HouseRule);
