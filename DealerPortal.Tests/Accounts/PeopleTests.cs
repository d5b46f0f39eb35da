using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Accounts;

/// <summary>Who may be added as what, and who may not be taken away.</summary>
public abstract class PeopleTests(Database database)
{
    private const string Good = "a long sentence 9";

    [Fact]
    public async Task A_person_is_added_once_however_often_the_form_is_sent_and_comes_in_by_the_link()
    {
        await using var portal = await Start();
        var admin = await Administrator(portal, "admin");
        var request = New("li", Role.Finance);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => portal.The<AddPerson>().Run(request, admin, default))));

        Assert.All(outcomes, outcome => Assert.True(outcome.IsDone));
        Assert.Equal(2, await portal.Db(db => db.Users.CountAsync()));
        Assert.Equal("某人", (await portal.The<AcceptInvitation>().Look(request.Secret, default)).Value!.FullName);
        Assert.True((await portal.The<AcceptInvitation>().Run(new(request.Secret, Good), "test", default)).IsDone);
        Assert.Equal("accounts.link-spent", (await portal.The<AcceptInvitation>().Run(new(request.Secret, Good), "test", default)).Refusal!.Code);
        Assert.Equal([Happening.UserAdded, Happening.PostGiven, Happening.PasswordSet], (await portal.The<HistoryList>().For(admin, default, request.Id)).Select(entry => entry.What));
    }

    [Fact]
    public async Task A_link_ends_after_a_week_and_a_newer_one_takes_its_place()
    {
        await using var portal = await Start();
        var admin = await Administrator(portal, "admin");
        var request = New("li", Role.Finance);
        await portal.The<AddPerson>().Run(request, admin, default);
        var newer = Secret.New();

        await portal.The<InvitePerson>().Run(new(request.Id, newer), admin, default);

        Assert.False((await portal.The<AcceptInvitation>().Look(request.Secret, default)).IsDone);
        portal.Clock.Advance(Duration.FromDays(7) - Duration.FromTicks(10));
        Assert.True((await portal.The<AcceptInvitation>().Look(newer, default)).IsDone);
        portal.Clock.Advance(Duration.FromTicks(10));
        Assert.False((await portal.The<AcceptInvitation>().Look(newer, default)).IsDone);
    }

    [Theory]
    [InlineData("admin", "", Role.Finance, null, "accounts.name-taken")]
    [InlineData("ADMIN", "", Role.Finance, null, "accounts.name-taken")]
    [InlineData("l i", "", Role.Finance, null, "accounts.user-name")]
    [InlineData("li", "", Role.DealerOwner, null, "accounts.needs-dealer")]
    [InlineData("li", "D1", Role.Finance, null, "accounts.dealer-roles-only")]
    [InlineData("li", "D9", Role.DealerOwner, null, "accounts.unknown-dealer")]
    [InlineData("li", "", Role.RegionalManager, null, "accounts.needs-region")]
    [InlineData("li", "", Role.RegionalManager, "west", "accounts.unknown-region")]
    [InlineData("li", "", Role.Finance, "north", "accounts.no-region")]
    public async Task What_does_not_fit_is_refused_in_its_own_words(string userName, string dealer, Role role, string? region, string code)
    {
        await using var portal = await Start();
        var admin = await Administrator(portal, "admin");

        var outcome = await portal.The<AddPerson>().Run(new(Guid.CreateVersion7(), userName, "某人", dealer, [new(role, region)], Secret.New()), admin, default);

        Assert.Equal(code, outcome.Refusal!.Code);
        Assert.Equal(1, await portal.Db(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Only_an_administrator_changes_people()
    {
        await using var portal = await Start();
        await Administrator(portal, "admin");
        var auditor = await portal.Person("审计", (Role.Auditor, null));
        var id = auditor.UserId!.Value;

        Assert.Equal(Refusal.NotAllowed, (await portal.The<AddPerson>().Run(New("li", Role.Finance), auditor, default)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await portal.The<DisablePerson>().Run(new(id), auditor, default)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await portal.The<EnablePerson>().Run(new(id), auditor, default)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await portal.The<UnlockPerson>().Run(new(id), auditor, default)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await portal.The<InvitePerson>().Run(new(id, Secret.New()), auditor, default)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await portal.The<ChangePosts>().Run(new(id, [new(Role.Administrator, null)]), auditor, default)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await portal.The<SignOutEverywhere>().Run(new(Guid.CreateVersion7()), auditor, default)).Refusal);
        Assert.True((await portal.The<SignOutEverywhere>().Run(new(id), auditor, default)).IsDone);
        Assert.True((await portal.The<PeopleList>().Read(null, null, auditor, default)).IsDone);
        var owner = await portal.DealerOwner(await portal.Dealer("D2"));
        Assert.Equal(Refusal.NotAllowed, (await portal.The<PeopleList>().Read(null, null, owner, default)).Refusal);
        Assert.Null(await portal.The<PersonSheet>().For(id, owner, default));
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using var portal = await Start();
        var admin = await Administrator(portal, "admin");
        var invited = New("li", Role.Administrator);
        await portal.The<AddPerson>().Run(invited, admin, default);

        Assert.Equal("accounts.not-yourself", (await portal.The<DisablePerson>().Run(new(admin.UserId!.Value), admin, default)).Refusal!.Code);
        Assert.Equal("accounts.last-administrator", (await portal.The<DisablePerson>().Run(new(admin.UserId!.Value), Actor.System("test"), default)).Refusal!.Code);
        var disabled = await Administrator(portal, "gone");
        await portal.The<DisablePerson>().Run(new(disabled.UserId!.Value), admin, default);
        Assert.Equal("accounts.last-administrator", (await portal.The<DisablePerson>().Run(new(admin.UserId!.Value), Actor.System("test"), default)).Refusal!.Code);
    }

    [Fact]
    public async Task Two_administrators_who_take_each_other_away_at_once_leave_one()
    {
        await using var portal = await Start();
        for (var round = 0; round < 5; round++)
        {
            var (one, two) = (await Administrator(portal, $"one{round}"), await Administrator(portal, $"two{round}"));

            var outcomes = await Task.WhenAll(
                Task.Run(() => portal.The<ChangePosts>().Run(new(one.UserId!.Value, [new(Role.Finance, null)]), one, default)),
                Task.Run(() => portal.The<ChangePosts>().Run(new(two.UserId!.Value, [new(Role.Finance, null)]), two, default)));

            Assert.Single(outcomes, outcome => outcome.IsDone);
            var left = await portal.Db(db => db.Users.SingleAsync(user => user.Posts.Any(post => post.Role == Role.Administrator)));
            await portal.Db(db => db.Posts.Where(post => post.UserId == left.Id).ExecuteDeleteAsync());
        }
    }

    [Fact]
    public async Task A_change_of_roles_tells_each_post_and_ends_the_sessions()
    {
        await using var portal = await Start();
        var admin = await Administrator(portal, "admin");
        var manager = await portal.Person("冯国庆", (Role.RegionalManager, "north"));
        var stamp = await portal.Db(async db => (await db.Users.SingleAsync(user => user.Id == manager.UserId)).SecurityStamp);

        await portal.The<ChangePosts>().Run(new(manager.UserId!.Value, [new(Role.BusinessAssistant, "north"), new(Role.Finance, null)]), admin, default);

        Assert.False(await portal.The<Sessions>().StillHolds(manager.UserId!.Value, stamp, default));
        Assert.Equal(
            [(Happening.PostTaken, "w:role.RegionalManager"), (Happening.PostGiven, "w:role.BusinessAssistant"), (Happening.PostGiven, "w:role.Finance")],
            (await portal.The<HistoryList>().For(admin, default, manager.UserId!.Value)).Select(entry => (entry.What, entry.Facts[1].Text)));
    }

    [Fact]
    public async Task The_list_is_searched_and_read_page_by_page()
    {
        await using var portal = await Start();
        var admin = await Administrator(portal, "admin");
        for (var i = 10; i < 10 + PeopleList.PageSize; i++) await portal.The<AddPerson>().Run(New("p" + i, Role.Finance), admin, default);

        var first = (await portal.The<PeopleList>().Read(null, null, admin, default)).Value!;
        var second = (await portal.The<PeopleList>().Read(null, first.Next, admin, default)).Value!;
        var found = (await portal.The<PeopleList>().Read("P1", null, admin, default)).Value!;

        Assert.Equal((PeopleList.PageSize, 1), (first.People.Count, second.People.Count));
        Assert.Null(second.Next);
        Assert.Equal(10, found.People.Count);
        Assert.Equal(PeopleList.Standing.Invited, found.People[0].Standing);
    }

    [Fact]
    public async Task A_password_is_changed_by_whoever_knows_the_present_one()
    {
        await using var portal = await Start();
        var admin = await Administrator(portal, "admin");

        Assert.Equal("accounts.current-password", (await portal.The<ChangePassword>().Run(new("not it at all", "another sentence 7"), admin, default)).Refusal!.Code);
        Assert.Equal("accounts.password-short", (await portal.The<ChangePassword>().Run(new(Good, "short"), admin, default)).Refusal!.Code);
        Assert.True((await portal.The<ChangePassword>().Run(new(Good, "another sentence 7"), admin, default)).IsDone);
        Assert.Equal("accounts.current-password", (await portal.The<ChangePassword>().Run(new(Good, "another sentence 7"), admin, default)).Refusal!.Code);
    }

    private async Task<Portal> Start()
    {
        var portal = await Portal.Start(on: database);
        await portal.Dealer("D1");
        return portal;
    }

    private static async Task<Actor> Administrator(Portal portal, string userName)
    {
        var user = new User(Guid.CreateVersion7(), userName, "管理员 " + userName, null);
        user.Hold(Role.Administrator, null);
        user.TakePassword(portal.The<IPasswordHasher<User>>().HashPassword(user, Good));
        await portal.Db(db => Task.FromResult(db.Users.Add(user)));
        return user.ActFrom("test");
    }

    private static AddPerson.Request New(string userName, Role role) => new(Guid.CreateVersion7(), userName, "某人", null, [new(role, null)], Secret.New());
}
