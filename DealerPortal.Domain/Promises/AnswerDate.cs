using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Promises;

/// <summary>The dealer agrees to a proposed date, or declines it. Who and when is kept; only his own people can.</summary>
public sealed class AnswerDate(PortalWork work, IClock clock)
{
    public sealed record Request(Guid ProposalId, DateAnswer Answer);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (await db.DateProposals.SeenBy(actor, db).SingleOrDefaultAsync(one => one.Id == request.ProposalId, stop) is not { } proposal) return Refusal.NotFound;
            if (!actor.MayActFor(proposal.DealerId)) return Refusal.NotAllowed;
            var (now, before) = (clock.GetCurrentInstant(), proposal.Answer);
            var outcome = proposal.Take(request.Answer, actor, now);
            if (!outcome.IsDone || before == proposal.Answer) return outcome;

            var promise = await db.Promises.SingleAsync(promise => promise.Id == proposal.OrderId, stop);
            if (request.Answer == DateAnswer.Agreed) promise.Agree(proposal, now);
            db.Note(new(request.Answer == DateAnswer.Agreed ? Happening.DateAgreed : Happening.DateDeclined, promise.Id, promise.DealerId, Clause.Parse(proposal.Clause),
                Fact.Of(promise.Number), Fact.On(proposal.StandardOn), Fact.On(proposal.ProposedOn)));
            await DateNews.Answered(db, promise, proposal, now, stop);
            return Outcome.Done;
        }, stop);
}
