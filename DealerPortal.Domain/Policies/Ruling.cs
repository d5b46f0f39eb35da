namespace DealerPortal.Domain.Policies;

/// <summary>An answer of the rules, with the clause it rests on and the steps that led to it. Nothing the rules decide travels without them.</summary>
/// <param name="IsHouseRule">The regulation leaves this open and the pack fills it in.</param>
public sealed record Ruling<T>(T Value, Clause Clause, IReadOnlyList<Step> Steps, bool IsHouseRule = false);

/// <summary>One step of a reasoning: a sentence by its code, and the facts that stand in it.</summary>
/// <param name="Code">Key of the sentence, such as <c>window.counts-from-next-opening</c>.</param>
public sealed record Step(string Code, params Fact[] Facts);
