namespace DealerPortal.Domain.Callbacks;

/// <summary>What came of one call. Words under <c>call.NAME</c>.</summary>
public enum CallOutcome
{
    /// <summary>The dealer answered and was asked.</summary>
    Reached,

    /// <summary>Nobody answered: again on the next working day.</summary>
    NotReached,

    /// <summary>The dealer names a time at which he wants to be called.</summary>
    CallAgain,

    /// <summary>The number is not the dealer's: no further call until there is one.</summary>
    WrongNumber,

    /// <summary>The dealer does not want to be asked.</summary>
    Refused,
}
