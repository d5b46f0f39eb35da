namespace DealerPortal.Domain.Promises;

/// <summary>The dealer's word on a proposed date.</summary>
public enum DateAnswer
{
    /// <summary>The later date counts.</summary>
    Agreed,

    /// <summary>The regulation's date stands.</summary>
    Declined,
}
