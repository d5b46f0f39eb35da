namespace DealerPortal.Domain.Notices;

/// <summary>How one person wants to be told one kind of news. Nobody has to choose: without one of these the news is loud.</summary>
public sealed class NoticeChoice
{
    private NoticeChoice() { }

    internal NoticeChoice(Guid userId, NoticeKind kind, NoticeManner manner) => (UserId, Kind, Manner) = (userId, kind, manner);

    public Guid UserId { get; private set; }

    public NoticeKind Kind { get; private set; }

    public NoticeManner Manner { get; private set; }

    internal void Become(NoticeManner manner) => Manner = manner;
}
