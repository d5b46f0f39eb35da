namespace DealerPortal.Domain.Complaints;

/// <summary>Whose turn it is. Words under <c>turn.NAME</c>.</summary>
public enum Turn
{
    AfterSales,
    Approvers,
    Dealer,

    /// <summary>Whoever has the next step of the plan: dealer or after-sales.</summary>
    Execution,
    Nobody,
}
