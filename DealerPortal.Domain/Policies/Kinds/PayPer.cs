namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>For each what the day's amount is earned once.</summary>
public enum PayPer
{
    /// <summary>每单: two late lines of one order are still one.</summary>
    Order,

    /// <summary>每行</summary>
    Line,

    /// <summary>每件: each piece or set that was still owed.</summary>
    Unit,
}
