namespace DealerPortal.Domain.Notices;

/// <summary>A way out of the portal for notices: one that the settings name. The inbox needs none, it is where the notice lies.</summary>
public interface INoticeChannel
{
    /// <summary>Names the channel in the outbox; one of <see cref="PortalSettings.Channels"/>. Never renamed.</summary>
    string Code { get; }

    /// <summary>Tries once.</summary>
    Task<Delivery> Send(NoticeLetter letter, CancellationToken stop);
}
