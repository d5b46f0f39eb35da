namespace DealerPortal.Domain.Callbacks;

/// <summary>Where a callback stands. Words under <c>callback.state.NAME</c>.</summary>
public enum CallbackState
{
    /// <summary>To be made.</summary>
    Open,

    /// <summary>To be made, once somebody has found the right number.</summary>
    NumberWanted,

    Reached,

    Refused,

    /// <summary>No longer owed: the dealer is in a tier that is not called.</summary>
    Withdrawn,
}
