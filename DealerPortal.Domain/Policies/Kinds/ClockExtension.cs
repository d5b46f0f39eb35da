namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Whose consent moves a clock's end; until all of them gave it the old date stands.</summary>
/// <param name="Approvals">Codes of roles, in order.</param>
public sealed record ClockExtension(Clause Clause, IReadOnlyList<string> Approvals);
