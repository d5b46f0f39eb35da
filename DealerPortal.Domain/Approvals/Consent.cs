using DealerPortal.Domain.Accounts;
using NodaTime;

namespace DealerPortal.Domain.Approvals;

/// <summary>One link of a chain: whose consent is needed, and once given, who gave it, when, and in whose place.</summary>
public sealed class Consent
{
    private Consent() { }

    internal Consent(Guid requestId, int place, Role role)
    {
        Id = Guid.CreateVersion7();
        RequestId = requestId;
        Place = place;
        Role = role;
    }

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    /// <summary>From 1, in the order in which the chain is asked.</summary>
    public int Place { get; private set; }

    public Role Role { get; private set; }

    public Verdict? Verdict { get; private set; }

    public Guid? By { get; private set; }

    public string? ByName { get; private set; }

    /// <summary>The absent person whose substitute decided; null when the holder of the role did.</summary>
    public string? InPlaceOf { get; private set; }

    public Instant? At { get; private set; }

    public string? Note { get; private set; }

    internal void Settle(Verdict verdict, Actor actor, string? inPlaceOf, string? note, Instant now) =>
        (Verdict, By, ByName, InPlaceOf, Note, At) = (verdict, actor.UserId, actor.Name, inPlaceOf, note, now);
}
