using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Complaints;

/// <summary>To whom a case can be given: people who may decide it.</summary>
internal static class PeopleOfCases
{
    private static readonly Role[] Deciders = [Role.AfterSalesAgent, Role.AfterSalesSupervisor];

    public static IQueryable<User> Handlers(this PortalDb db) =>
        db.Users.Where(user => user.DisabledAt == null && db.Posts.Any(post => post.UserId == user.Id && Deciders.Contains(post.Role)));

    public static async Task<Complaint.Person?> Handler(this PortalDb db, Guid id, CancellationToken stop) =>
        await db.Handlers().Where(user => user.Id == id).Select(user => new Complaint.Person(user.Id, user.FullName)).SingleOrDefaultAsync(stop);

    /// <summary>A case comes into somebody's hands, who is named and told.</summary>
    public static Task<Outcome> Give(this CaseWork cases, Guid caseId, Guid toUserId, Happening what, Func<OpenCase, Complaint.Person, Outcome> verb, Actor actor, CancellationToken stop) =>
        cases.Do(caseId, actor, what, async open =>
        {
            if (await open.Db.Handler(toUserId, stop) is not { } to) return new Refusal("case.no-such-colleague", null, "to");
            var outcome = verb(open.With(Fact.Of(to.Name)), to);
            if (outcome.IsDone && open.IsChanged) await open.TellOwner(NoticeKind.CaseYours, open.Case.RunningClock?.DueAt, Fact.Of(actor.Name));
            return outcome;
        }, stop);
}
