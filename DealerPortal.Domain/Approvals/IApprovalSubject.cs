using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Approvals;

/// <summary>A capability that asks for approvals hears when one of its questions is settled, in the same piece of work.</summary>
/// <remarks>The one way upwards: an approval applies nothing itself and knows nobody who asks.</remarks>
public interface IApprovalSubject
{
    /// <summary>Whether questions of this kind are its own.</summary>
    bool Asks(string kind);

    /// <summary>Whether what is said to its questions stays out of the whole record, which more people read than are concerned.</summary>
    bool IsPrivate => false;

    /// <summary>The question was granted, refused or released; what follows is saved together with the last word.</summary>
    Task<Outcome> Settled(PortalDb db, ApprovalRequest request, Actor actor, Instant now, CancellationToken stop);
}
