namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>How somebody is heard, who decides, and to whom he may appeal.</summary>
/// <param name="StatementDays">Working days to say one's own word.</param>
/// <param name="AppealDays">Working days to appeal.</param>
public sealed record ConductHearing(Clause Clause, int StatementDays, IReadOnlyList<string> Approvals, int AppealDays, IReadOnlyList<string> AppealTo, Bilingual? HouseRule);
