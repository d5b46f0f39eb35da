namespace DealerPortal.Domain.Callbacks;

/// <summary>How the dealer gave his answers. Words under <c>channel.NAME</c>.</summary>
public enum CallChannel
{
    Phone,
    Portal,
}
