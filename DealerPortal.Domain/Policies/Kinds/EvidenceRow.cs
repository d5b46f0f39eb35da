namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>One line of evidence needs: these families, inspected at this stage, have to be shown like this.</summary>
/// <param name="HouseRule">Why the pack fills this in; null where the regulation says it.</param>
public sealed record EvidenceRow(Clause Clause, string Stage, IReadOnlyList<string> Families, EvidenceNeed Need, Bilingual? HouseRule);
