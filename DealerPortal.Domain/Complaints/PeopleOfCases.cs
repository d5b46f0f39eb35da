using DealerPortal.Domain.Accounts;
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
}
