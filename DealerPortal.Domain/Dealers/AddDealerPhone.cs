using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Dealers;

/// <summary>Notes a number under which a dealer calls, so that the next call finds the dealer by itself.</summary>
public sealed class AddDealerPhone(PortalWork work, IClock clock)
{
    /// <param name="Id">Made by the form; the same number of the same dealer is noted once whatever the id.</param>
    public sealed record Request(Guid Id, Guid DealerId, string Number, string Contact);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (!actor.IsStaff || actor.Is(Role.Auditor)) return Refusal.NotAllowed;
            if (!await db.Dealers.SeenBy(actor).AnyAsync(dealer => dealer.Id == request.DealerId, stop)) return Refusal.NotFound;
            var phone = new DealerPhone(request.Id, request.DealerId, request.Number, request.Contact, actor, clock.GetCurrentInstant());
            if (phone.Digits.Length < 5 || phone.Number.Length > 40 || phone.Contact.Length > 60) return new Refusal("dealer.no-number", null, "number");
            if (await db.DealerPhones.AnyAsync(one => one.DealerId == request.DealerId && one.Digits == phone.Digits, stop)) return Outcome.Done;

            db.DealerPhones.Add(phone);
            db.Note(new(Happening.DealerPhoneAdded, request.DealerId, request.DealerId, null, Fact.Of(phone.Number), Fact.Of(phone.Contact)));
            db.Announce(Topics.Dealer(request.DealerId));
            return Outcome.Done;
        }, stop);
}
