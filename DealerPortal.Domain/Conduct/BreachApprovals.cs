using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Conduct;

/// <summary>What follows when a decision or an appeal is settled. Nobody decides about himself, not even in somebody's place.</summary>
public sealed class BreachApprovals(BreachWork breaches) : IApprovalSubject
{
    public bool Asks(string kind) => kind is BreachWork.DecisionQuestion or BreachWork.AppealQuestion;

    public bool IsPrivate => true;

    public async Task<Outcome> Settled(PortalDb db, ApprovalRequest request, Actor actor, Instant now, CancellationToken stop)
    {
        var breach = await db.Breaches.SingleAsync(one => one.Id == request.Subject, stop);
        if (actor.UserId == breach.PersonId) return new Refusal("breach.about-oneself");
        var isAppeal = request.Kind == BreachWork.AppealQuestion;
        if (isAppeal) breach.SettleAppeal(request.IsGranted, now);
        else
        {
            var calendar = breaches.Rules(breach).Calendar;
            breach.Settle(request.IsGranted, calendar.ClosingOf(calendar.WorkingDayAfter(calendar.DateOf(now), breaches.Hearing(breach).AppealDays)), now);
        }
        BreachWork.Note(db, breach, isAppeal ? request.IsGranted ? Happening.BreachLifted : Happening.BreachUpheld : request.IsGranted ? Happening.BreachDecided : Happening.BreachDismissed);
        await db.TellUser(breach.PersonId, new($"breach/{breach.Id:N}/{breach.State}", NoticeKind.BreachSettled, breach.Id, BreachWork.PathOf(breach.Id), isAppeal ? null : breach.AppealUntil,
            Fact.Of(breach.Number), Fact.Word($"breach.state.{breach.State}")), now, stop);
        return Outcome.Done;
    }
}
