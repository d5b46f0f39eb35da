using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>Somebody found the dealer's right number: it stands in his entry from now on, and he is on today's list again.</summary>
public sealed class GiveNumber(PortalWork work, CallConsequences consequences, IClock clock)
{
    private const int Longest = 40;

    public sealed record Request(Guid CallbackId, string Phone);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (!MayGive(actor)) return Refusal.NotAllowed;
            var (phone, now) = (request.Phone.Trim(), clock.GetCurrentInstant());
            if (phone.Length > Longest || phone.Count(char.IsAsciiDigit) < 5 || phone.Any(letter => !char.IsAsciiDigit(letter) && !"+-()# ".Contains(letter, StringComparison.Ordinal))) return new Refusal("callback.phone", null, "phone");
            if (consequences.RulesOf(now) is not { } edition) return Refusal.NotFound;
            if (await db.CallsToMake(edition.Cadences, edition.Calendar.DateOf(now)).SeenBy(actor, db).SingleOrDefaultAsync(one => one.Id == request.CallbackId, stop) is not { } call) return Refusal.NotFound;

            var outcome = call.NumberGiven(edition, now);
            if (!outcome.IsDone) return outcome;
            var dealer = await db.Dealers.SingleAsync(one => one.Id == call.DealerId, stop);
            if (!dealer.Update(dealer.Name, dealer.Region, phone)) return outcome;
            db.Note(new(Happening.CallbackNumberGiven, call.Id, null, null, Fact.Of(dealer.Name), Fact.Of(phone)));
            db.Note(new(Happening.DealerChanged, dealer.Id, dealer.Id, null, Fact.Of($"{dealer.Name}, {dealer.Region}, {phone}")));
            foreach (var topic in new[] { Topics.Callbacks, Topics.Callback(call.Id), Topics.Dealer(dealer.Id), Topics.Dealers }) db.Announce(topic);
            return outcome;
        }, stop);

    /// <summary>Those who call, and the region's business assistant, who is asked for it.</summary>
    public static bool MayGive(Actor actor) => CallbackRights.MayCall(actor) || (actor.IsStaff && actor.Is(Role.BusinessAssistant));
}
