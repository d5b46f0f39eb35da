namespace DealerPortal.Domain.Complaints;

/// <summary>A plan as it is proposed.</summary>
/// <param name="Id">Made by the form, so that proposing twice is once.</param>
public sealed record PlanDraft(Guid Id, Guid ApprovalId, IReadOnlyList<PlanDraft.Remedy> Remedies, string Explanation, string? ReturnAddress, bool MayBeReleased)
{
    /// <summary>More than this, in fen, is a slip of the hand: a million yuan.</summary>
    public const long MostFen = 100_000_000;

    /// <param name="Code">The pack's code, such as <c>exchange</c>.</param>
    /// <param name="AmountFen">Compensation, refund, or the price of a paid service; 0 where no money is meant.</param>
    public sealed record Remedy(string Code, long AmountFen = 0, string Note = "");
}
