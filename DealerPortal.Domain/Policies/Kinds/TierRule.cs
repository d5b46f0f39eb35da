namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>A tier of dealers: how often they are called, and what the company holds itself to.</summary>
/// <param name="Code">Such as <c>gold</c>; what it is called stands beside it.</param>
/// <param name="Every">Null for dealers who are never called.</param>
/// <param name="Coverage">Of the callbacks owed, how many per cent at least reach the dealer; null where none are owed.</param>
/// <param name="Satisfaction">Of the answers given, how many per cent at least are satisfied ones.</param>
public sealed record TierRule(string Code, Bilingual Name, Clause Clause, CallInterval? Every, int? Coverage, int? Satisfaction)
{
    public bool IsCalled => Every is not null;

    /// <summary>Whether a part of a whole is at least so many per cent of it. Nothing is rounded; of nothing, every target is met.</summary>
    public static bool IsMet(int part, int whole, int perCent) => part * 100L >= (long)whole * perCent;
}
