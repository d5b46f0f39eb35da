using DealerPortal.Domain.Policies.Reading;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>One row of the table of chains: these remedies, in this half-open range of amounts, need these consents in this order.</summary>
/// <param name="FromFen">The smallest amount of the row, which belongs to it.</param>
/// <param name="BelowFen">The first amount that no longer belongs to it; null when it has no upper end.</param>
public sealed record ChainRow(Clause Clause, IReadOnlyList<string> Remedies, long FromFen, long? BelowFen, IReadOnlyList<string> Approvals, Bilingual? HouseRule, Place Place)
{
    public bool Holds(string remedy, long fen) => Remedies.Contains(remedy) && fen >= FromFen && (BelowFen is null || fen < BelowFen);
}
