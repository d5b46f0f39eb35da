using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>Somebody of the staff who has a case open, in whichever process: a lease that whoever serves the page renews, so that it ends by itself when nobody does.</summary>
public sealed class CaseVisit
{
    /// <summary>How long it holds unrenewed. Three renewals may be missed.</summary>
    public static readonly Duration Lease = Duration.FromSeconds(60);

    private CaseVisit() { }

    internal CaseVisit(Guid id, Guid caseId, Guid userId, string name) => (Id, CaseId, UserId, Name) = (id, caseId, userId, name);

    /// <summary>One open page.</summary>
    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid UserId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Writing, since the form was opened and until it is left; not told with each key.</summary>
    public bool IsTyping { get; private set; }

    /// <summary>Exclusive.</summary>
    public Instant SeenUntil { get; private set; }

    internal void Keep(Instant now) => SeenUntil = now + Lease;

    internal void Type(bool typing) => IsTyping = typing;
}
