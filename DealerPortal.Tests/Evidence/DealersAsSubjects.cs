using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Evidence;

/// <summary>For these tests photos hang on the dealer itself; its phone says whether it is a draft, filed or closed.</summary>
internal sealed class DealersAsSubjects : IPhotoSubjects
{
    public async Task<PhotoSubject?> Find(PortalDb db, Guid subject, Actor actor, CancellationToken stop)
    {
        var dealer = await db.Dealers.SingleOrDefaultAsync(dealer => dealer.Id == subject, stop);
        return dealer is null || (actor.IsDealer && actor.DealerId != dealer.Id) || (!actor.IsDealer && dealer.Phone == "draft") ? null
            : new(dealer.Id, dealer.Id, Topics.Dealer(dealer.Id), dealer, dealer.Phone == "closed" ? new Refusal("photo.closed") : null, dealer.Phone == "filed" ? new Refusal("photo.kept") : null);
    }
}
