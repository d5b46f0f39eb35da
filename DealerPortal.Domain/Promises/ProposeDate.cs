using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Promises;

/// <summary>The order follow-up proposes a later date for a large order. It counts only when the dealer agrees, and before the regulation's date has passed.</summary>
public sealed class ProposeDate(PortalWork work, PolicyBook book, IClock clock)
{
    /// <summary>Further ahead is a slip of the keyboard.</summary>
    private const int MaxDays = 180;

    /// <param name="ProposalId">Made by the form, so that sending twice is once.</param>
    public sealed record Request(Guid ProposalId, Guid OrderId, LocalDate Date, string Reason);

    public static bool MayPropose(Actor actor) => actor.Is(Role.OrderFollowUp);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (!MayPropose(actor)) return Refusal.NotAllowed;
            if (await db.DateProposals.AnyAsync(proposal => proposal.Id == request.ProposalId, stop)) return Outcome.Done;
            if (await db.Promises.SeenBy(actor, db).SingleOrDefaultAsync(promise => promise.Id == request.OrderId, stop) is not { } promise) return Refusal.NotFound;

            var now = clock.GetCurrentInstant();
            var edition = book.Edition(promise.Pack, promise.Edition);
            var read = Read(request, promise, await Large.Of(db, promise, edition, stop), edition, now);
            if (read.Value is not { } terms) return read.Refusal!;
            if (await db.DateProposals.AnyAsync(other => other.OrderId == promise.Id && other.Answer == null && other.LapsesAt > now, stop)) return new Refusal("date.waits-already");

            db.DateProposals.Add(new(request.ProposalId, promise, terms, actor, now));
            db.Note(new(Happening.DateProposed, promise.Id, promise.DealerId, terms.Clause, Fact.Of(promise.Number), Fact.On(terms.StandardOn), Fact.On(terms.ProposedOn), Fact.Of(terms.Reason)));
            await DateNews.Asked(db, promise, request.ProposalId, terms, now, stop);
            return Outcome.Done;
        }, stop);

    private static Outcome<DateProposal.Terms> Read(Request request, Promise promise, Large large, Edition edition, Instant now)
    {
        if (large.Limits.Count == 0) return large.Below;
        if (large.Parts.Count == 0) return new Refusal("date.all-shipped");
        var (clause, standard) = (large.Limits[0].Clause, large.Parts.Min(part => part.PromisedOn));
        var lapses = edition.Calendar.EndOf(standard);
        return now >= lapses ? new Refusal("date.too-late", clause, null, Fact.At(lapses))
            : request.Date <= large.Parts.Max(part => part.DueOn) ? new Refusal("date.not-later", clause, "date", Fact.On(large.Parts.Max(part => part.DueOn)))
            : request.Date > standard.PlusDays(MaxDays) ? new Refusal("date.too-far", clause, "date", Fact.Number(MaxDays))
            : string.IsNullOrWhiteSpace(request.Reason) ? new Refusal("date.reason-missing", clause, "reason")
            : new DateProposal.Terms(large.Families, standard, request.Date, clause, request.Reason.Trim(), lapses, Next(edition, now));
    }

    internal static Instant Next(Edition edition, Instant now) => edition.Calendar.AddOpenTime(now, edition.PromisedDates.RemindAfter);
}
