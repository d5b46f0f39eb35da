using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Dealers;

/// <summary>A number is no longer the dealer's. Whoever took it down stays in the history.</summary>
public sealed class RemoveDealerPhone(PortalWork work)
{
    public sealed record Request(Guid Id);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (!actor.IsStaff || actor.Is(Role.Auditor)) return Refusal.NotAllowed;
            if (await db.DealerPhones.SeenBy(actor, db).SingleOrDefaultAsync(one => one.Id == request.Id, stop) is not { } phone) return Refusal.NotFound;
            db.DealerPhones.Remove(phone);
            db.Note(new(Happening.DealerPhoneRemoved, phone.DealerId, phone.DealerId, null, Fact.Of(phone.Number), Fact.Of(phone.Contact)));
            db.Announce(Topics.Dealer(phone.DealerId));
            return Outcome.Done;
        }, stop);
}
