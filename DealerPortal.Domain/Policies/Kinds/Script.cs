namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>What to say in one situation on the phone, or to one frequent question.</summary>
/// <param name="IsQuestion">Asked by the caller; else a situation of the call.</param>
public sealed record Script(Clause Clause, string Code, bool IsQuestion, Bilingual Title, Bilingual Text);
