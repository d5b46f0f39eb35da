using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Conduct;

/// <summary>One verb on one breach, for whoever is concerned with it; and the questions that go to those who decide.</summary>
public sealed class BreachWork(PortalWork work, PolicyBook book, IClock clock)
{
    /// <summary>The kinds of questions asked about breaches.</summary>
    public const string DecisionQuestion = "conduct", AppealQuestion = "conduct-appeal";

    internal Task<Outcome> Do(Guid id, Actor actor, Happening what, Func<PortalDb, Breach, Instant, Task<Outcome<bool>>> act, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            var now = clock.GetCurrentInstant();
            if (await (await db.Breaches.SeenBy(actor, db, now, stop)).SingleOrDefaultAsync(one => one.Id == id, stop) is not { } breach) return Refusal.NotFound;
            var outcome = await act(db, breach, now);
            if (outcome is { IsDone: true, Value: true }) Note(db, breach, what);
            return new Outcome(outcome.Refusal);
        }, stop);

    /// <summary>What the history keeps names nobody and tells nothing: the whole record is read by more people than are concerned.</summary>
    internal static void Note(PortalDb db, Breach breach, Happening what)
    {
        db.Note(new(what, breach.Id, null, Clause.Parse(breach.Clause), Fact.Of(breach.Number)));
        db.Announce(Topics.Conduct);
        db.Announce(Topics.User(breach.PersonId));
        db.Announce(Topics.Staff);
    }

    internal Edition Rules(Breach breach) => book.Edition(Clause.Parse(breach.Clause).Pack, Clause.Parse(breach.Clause).Edition);

    internal ConductHearing Hearing(Breach breach) => Rules(breach).Find<StaffConduct>()!.Hearing;

    /// <summary>Puts a question to those who decide, leaving out every role that the person concerned holds himself.</summary>
    internal async Task<Refusal?> Ask(PortalDb db, Breach breach, Guid approvalId, string kind, IReadOnlyList<string> chain, Actor actor, Instant now, CancellationToken stop)
    {
        var own = await db.Posts.Where(post => post.UserId == breach.PersonId || post.UserId == actor.UserId).Select(post => post.Role).ToListAsync(stop);
        var links = chain.Select(Approvers.RoleOf).Except(own).ToList();
        if (links.Count == 0) return new("breach.nobody-to-decide");
        var rules = Rules(breach);
        var remindAt = rules.Calendar.AddOpenTime(now, rules.Chains.RemindAfter);
        await db.Ask(new ApprovalRequest(approvalId, new(kind, breach.Id, null, "", PathOf(breach.Id), Clause.Parse(breach.Clause), Shown(breach, kind)), links, actor, now, remindAt), now, stop);
        return null;
    }

    internal static string PathOf(Guid id) => $"/conduct/{id}";

    private static List<Step> Shown(Breach breach, string kind) =>
    [
        new("breach.who", Fact.Of(breach.PersonName), Fact.On(breach.HappenedOn), Fact.Of(breach.RecordedByName)),
        new("breach.what", Fact.Of(breach.What)),
        breach.Statement is { } said ? new Step("breach.said", Fact.Of(said)) : new Step("breach.said-nothing"),
        new("breach.proposed", Fact.Fen(breach.Fen ?? 0), Fact.Of(breach.Reason ?? "")),
        .. kind == AppealQuestion ? [new Step("breach.appeals", Fact.Of(breach.Appeal!))] : Array.Empty<Step>(),
    ];
}
