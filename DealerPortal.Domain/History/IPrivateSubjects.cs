using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;

namespace DealerPortal.Domain.History;

/// <summary>Things of which only those concerned may read, whatever their roles: whoever keeps such things says which of them a person may not read of.</summary>
/// <remarks>The record keeps what happened to them all the same, without a gap; it tells a person who is not concerned neither who did it nor from where.</remarks>
public interface IPrivateSubjects
{
    /// <summary>As a part of a query: the ids of those that are kept from the actor.</summary>
    Task<IQueryable<Guid>> KeptFrom(Actor actor, PortalDb db, CancellationToken stop);
}
