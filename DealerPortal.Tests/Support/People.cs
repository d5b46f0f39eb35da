using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;

namespace DealerPortal.Tests.Support;

/// <summary>People and dealers laid into the database, and who they are when they act.</summary>
public static class People
{
    public static async Task<Dealer> Dealer(this IPortal portal, string code, string region = "north")
    {
        var dealer = new Dealer(Guid.CreateVersion7(), code, $"{code} 门店", region, portal.Clock.Now);
        await portal.Db(db => Task.FromResult(db.Dealers.Add(dealer)));
        return dealer;
    }

    /// <summary>Staff, each role for one region or for all of them.</summary>
    public static Task<Actor> Person(this IPortal portal, string name, params (Role Role, string? Region)[] posts) => portal.Person(name, null, posts);

    public static Task<Actor> DealerOwner(this IPortal portal, Dealer dealer) => portal.Person("老板 " + dealer.Code, dealer.Id, (Role.DealerOwner, null));

    private static async Task<Actor> Person(this IPortal portal, string name, Guid? dealerId, params (Role Role, string? Region)[] posts)
    {
        var id = Guid.CreateVersion7();
        var user = new User(id, id.ToString("N"), name, dealerId);
        foreach (var (role, region) in posts) user.Hold(role, region);
        await portal.Db(db => Task.FromResult(db.Users.Add(user)));
        return user.ActFrom("test");
    }
}
