using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Promises;

/// <summary>The later dates proposed on an order, and whether this person may propose or answer one.</summary>
public sealed class ProposalSheet(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    /// <param name="Proposals">Newest first.</param>
    /// <param name="MayPropose">The order is above a limit, its date has not passed, nothing waits, and the person may.</param>
    /// <param name="Standard">The regulation's earliest date among the goods concerned.</param>
    public sealed record View(IReadOnlyList<Proposal> Proposals, bool MayPropose, LocalDate? Standard, Clause? Clause)
    {
        public bool IsEmpty => Proposals.Count == 0 && !MayPropose;
    }

    /// <param name="MayAnswer">It waits for this person's word.</param>
    public sealed record Proposal(
        Guid Id, IReadOnlyList<string> Families, LocalDate StandardOn, LocalDate ProposedOn, Clause Clause, string Reason, string ProposedBy, Instant ProposedAt, Instant LapsesAt,
        DateAnswer? Answer, string? AnsweredBy, Instant? AnsweredAt, bool IsOpen, bool MayAnswer);

    /// <summary>What waits for the dealer's word, what lapses first on top.</summary>
    public sealed record Waiting(Guid OrderId, string OrderNumber, LocalDate ProposedOn, Instant ProposedAt, Instant LapsesAt);

    /// <summary>Null for an order that is not confirmed, not there, or not the actor's.</summary>
    public async Task<View?> For(Guid orderId, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (await db.Promises.AsNoTracking().SeenBy(actor, db).SingleOrDefaultAsync(promise => promise.Id == orderId, stop) is not { } promise) return null;

        var (now, edition) = (clock.GetCurrentInstant(), book.Edition(promise.Pack, promise.Edition));
        var all = await db.DateProposals.AsNoTracking().Where(one => one.OrderId == orderId).OrderByDescending(one => one.ProposedAt).ToListAsync(stop);
        var large = await Large.Of(db, promise, edition, stop);
        var standard = large.Parts.Select(part => (LocalDate?)part.PromisedOn).Min();
        var mayPropose = ProposeDate.MayPropose(actor) && standard is { } on && now < edition.Calendar.EndOf(on) && !all.Exists(one => one.IsOpenAt(now));
        return new([.. all.Select(one => Show(one, actor, now))], mayPropose, standard, large.Limits.Count > 0 ? large.Limits[0].Clause : null);
    }

    public async Task<IReadOnlyList<Waiting>> WaitingFor(Actor actor, CancellationToken stop)
    {
        if (!actor.IsDealer) return [];
        await using var db = await contexts.CreateDbContextAsync(stop);
        var now = clock.GetCurrentInstant();
        return await db.DateProposals.AsNoTracking().SeenBy(actor, db).Where(one => one.Answer == null && one.LapsesAt > now).OrderBy(one => one.LapsesAt).Take(50)
            .Select(one => new Waiting(one.OrderId, one.OrderNumber, one.ProposedOn, one.ProposedAt, one.LapsesAt)).ToListAsync(stop);
    }

    private static Proposal Show(DateProposal one, Actor actor, Instant now) => new(
        one.Id, one.Families.Split(','), one.StandardOn, one.ProposedOn, Clause.Parse(one.Clause), one.Reason, one.ProposedBy, one.ProposedAt, one.LapsesAt,
        one.Answer, one.AnsweredBy, one.AnsweredAt, one.IsOpenAt(now), one.IsOpenAt(now) && actor.MayActFor(one.DealerId));
}
