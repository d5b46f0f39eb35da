namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>A duty of the staff and what breaking it may cost.</summary>
/// <param name="FromFen">The smallest sum, which belongs to the limits.</param>
/// <param name="ToFen">The largest, which belongs to them too.</param>
public sealed record ConductBreach(Clause Clause, string Code, Bilingual Name, long FromFen, long ToFen, Bilingual? HouseRule)
{
    /// <summary>Nothing at all, or a sum within the limits, in whole yuan.</summary>
    public bool Allows(long fen) => fen == 0 || fen >= FromFen && fen <= ToFen && fen % 100 == 0;
}
