namespace DealerPortal.Domain.Notices;

/// <summary>How a person wants to be told a kind of news. Words under <c>notice-manner.NAME</c>.</summary>
public enum NoticeManner
{
    /// <summary>In the inbox, counted on the bell, and sent by the further channels. What holds for whoever chose nothing.</summary>
    Loud,

    /// <summary>In the inbox alone: not counted, not sent.</summary>
    Quiet,

    /// <summary>Not at all.</summary>
    Off,
}
