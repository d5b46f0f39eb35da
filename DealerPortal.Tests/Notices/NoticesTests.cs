using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using NodaTime;

namespace DealerPortal.Tests.Notices;

/// <summary>What telling people promises, on both databases.</summary>
public abstract class NoticesTests(Database database)
{
    private static readonly Guid Shop = Guid.CreateVersion7();
    private static readonly Guid Subject = Guid.CreateVersion7();

    [Fact]
    public async Task The_dealers_people_are_told_and_nobody_elses()
    {
        await using var portal = await Portal.Start(on: database);
        var (owner, other) = (await Person(portal, Shop), await Person(portal, Guid.CreateVersion7()));

        await Tell(portal, db => db.TellDealer(Shop, News("a", Fact.Of("P-1")), portal.Clock.Now, default));

        var item = Assert.Single((await Inbox(portal, owner)).Items);
        Assert.Equal((NoticeKind.WindowStarted, "/pick-ups/1", false), (item.Kind, item.Path, item.IsRead));
        Assert.Equal([Fact.Of("P-1")], item.Facts);
        Assert.Empty((await Inbox(portal, other)).Items);
    }

    [Fact]
    public async Task A_role_is_told_in_its_region_and_where_it_is_held_for_all_of_them()
    {
        await using var portal = await Portal.Start(on: database);
        var north = await Person(portal, null, (Role.LogisticsDispatcher, "north"));
        var south = await Person(portal, null, (Role.LogisticsDispatcher, "south"));
        var everywhere = await Person(portal, null, (Role.LogisticsDispatcher, null));
        var assistant = await Person(portal, null, (Role.BusinessAssistant, "north"));

        await Tell(portal, db => db.TellRole(Role.LogisticsDispatcher, "north", News("a"), portal.Clock.Now, default));
        await Tell(portal, db => db.TellRole(Role.LogisticsDispatcher, null, News("b"), portal.Clock.Now, default));

        var counts = new List<int>();
        foreach (var person in new[] { north, south, everywhere, assistant }) counts.Add(await Unread(portal, person));
        Assert.Equal([2, 1, 2, 0], counts);
    }

    [Fact]
    public async Task The_same_news_is_told_once_also_to_whoever_holds_two_roles_and_also_in_one_piece_of_work()
    {
        await using var portal = await Portal.Start(on: database);
        var both = await Person(portal, null, (Role.LogisticsDispatcher, "north"), (Role.BusinessAssistant, "north"));

        for (var i = 0; i < 2; i++)
            await Tell(portal, async db =>
            {
                await db.TellRole(Role.LogisticsDispatcher, "north", News("a"), portal.Clock.Now, default);
                await db.TellRole(Role.BusinessAssistant, "north", News("a"), portal.Clock.Now, default);
            });

        Assert.Equal(1, await Unread(portal, both));
    }

    [Fact]
    public async Task Eight_that_tell_the_same_at_once_tell_it_once()
    {
        await using var portal = await Portal.Start(on: database);
        var owner = await Person(portal, Shop);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            Tell(portal, db => db.TellDealer(Shop, News("a"), portal.Clock.Now, default)))));

        Assert.All(outcomes, outcome => Assert.True(outcome.IsDone));
        Assert.Equal(1, await Unread(portal, owner));
    }

    [Fact]
    public async Task A_disabled_person_is_not_told()
    {
        await using var portal = await Portal.Start(on: database);
        var gone = await Person(portal, Shop);
        await portal.Db(async db => { (await db.Users.FindAsync(gone.UserId))!.Disable(portal.Clock.Now); return 0; });

        await Tell(portal, db => db.TellDealer(Shop, News("a"), portal.Clock.Now, default));

        Assert.Equal(0, await Unread(portal, gone));
    }

    [Fact]
    public async Task A_refused_piece_of_work_tells_nobody()
    {
        await using var portal = await Portal.Start(on: database);
        var owner = await Person(portal, Shop);

        await portal.The<PortalWork>().Do(Actor.System("test"), async db =>
        {
            await db.TellDealer(Shop, News("a"), portal.Clock.Now, default);
            return Refusal.NotAllowed;
        }, default);

        Assert.Equal(0, await Unread(portal, owner));
    }

    [Fact]
    public async Task The_inbox_is_walked_newest_first_page_by_page_without_a_gap_or_a_double()
    {
        await using var portal = await Portal.Start(on: database);
        var owner = await Person(portal, Shop);
        for (var i = 0; i < (2 * NoticeInbox.PageSize) + 5; i++)
        {
            if (i % 3 == 0) portal.Clock.Advance(Duration.FromSeconds(1));
            await Tell(portal, db => db.TellDealer(Shop, News($"{i}"), portal.Clock.Now, default));
        }

        var seen = new List<NoticeInbox.Item>();
        NoticeInbox.Cursor? next = null;
        do
        {
            var page = await portal.The<NoticeInbox>().For(owner, onlyUnread: false, next, default);
            seen.AddRange(page.Items);
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal((2 * NoticeInbox.PageSize) + 5, seen.DistinctBy(item => item.Id).Count());
        Assert.Equal(seen.OrderByDescending(item => item.At).Select(item => item.At), seen.Select(item => item.At));
    }

    [Fact]
    public async Task All_that_was_shown_is_read_and_what_came_meanwhile_stays_news()
    {
        await using var portal = await Portal.Start(on: database);
        var owner = await Person(portal, Shop);
        await Tell(portal, db => db.TellDealer(Shop, News("a"), portal.Clock.Now, default));
        var shown = portal.Clock.Now;
        portal.Clock.Advance(Duration.FromSeconds(1));
        await Tell(portal, db => db.TellDealer(Shop, News("b"), portal.Clock.Now, default));

        await portal.The<ReadNotices>().Run(new(null, shown), owner, default);

        var unread = Assert.Single((await portal.The<NoticeInbox>().For(owner, onlyUnread: true, null, default)).Items);
        await portal.The<ReadNotices>().Run(new(unread.Id), owner, default);
        Assert.Equal(0, await Unread(portal, owner));
    }

    [Fact]
    public async Task Another_persons_notice_cannot_be_read_away()
    {
        await using var portal = await Portal.Start(on: database);
        var (owner, stranger) = (await Person(portal, Shop), await Person(portal, Guid.CreateVersion7()));
        await Tell(portal, db => db.TellDealer(Shop, News("a"), portal.Clock.Now, default));
        var item = Assert.Single((await Inbox(portal, owner)).Items);

        await portal.The<ReadNotices>().Run(new(item.Id), stranger, default);

        Assert.Equal(1, await Unread(portal, owner));
    }

    [Fact]
    public async Task The_bell_of_the_person_told_is_nudged()
    {
        await using var portal = await Portal.Start(on: database);
        var owner = await Person(portal, Shop);
        var nudged = new TaskCompletionSource();
        using var listening = portal.The<ChangeFeed>().On(Topics.User(owner.UserId!.Value), () => { nudged.TrySetResult(); return Task.CompletedTask; });

        await Tell(portal, db => db.TellDealer(Shop, News("a"), portal.Clock.Now, default));

        await nudged.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    private static News News(string key, params Fact[] facts) => new(key, NoticeKind.WindowStarted, Subject, "/pick-ups/1", null, facts);

    private static Task<Outcome> Tell(Portal portal, Func<PortalDb, Task> tell) => portal.The<PortalWork>().Do(Actor.System("test"), async db =>
    {
        await tell(db);
        return Outcome.Done;
    }, default);

    private static Task<NoticeInbox.View> Inbox(Portal portal, Actor actor) => portal.The<NoticeInbox>().For(actor, onlyUnread: false, null, default);

    private static Task<int> Unread(Portal portal, Actor actor) => portal.The<UnreadCount>().For(actor, default);

    private static Task<Actor> Person(Portal portal, Guid? dealer, params (Role Role, string? Region)[] posts)
    {
        var id = Guid.CreateVersion7();
        var user = new User(id, id.ToString("N"), "张三", dealer);
        foreach (var (role, region) in posts) user.Hold(role, region);
        return portal.Db(db => { db.Users.Add(user); return Task.FromResult(user.ActFrom("test")); });
    }
}
