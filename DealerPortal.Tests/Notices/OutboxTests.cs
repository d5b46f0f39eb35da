using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace DealerPortal.Tests.Notices;

/// <summary>What leaves the portal leaves once, however often and by however many it is handed out, on both databases.</summary>
public abstract class OutboxTests(Database database)
{
    private const string Secret = "thirty-two characters or more, at least";

    [Fact]
    public async Task Without_a_channel_nothing_is_laid_into_the_outbox()
    {
        await using var portal = await Portal.Start(on: database);
        await Tell(portal, await Shop(portal), 3);

        Assert.Equal(0, await portal.Db(db => db.Outbox.CountAsync()));
        Assert.Equal(SweepCount.None, await Dispatch(portal));
    }

    [Fact]
    public async Task Each_notice_is_posted_once_signed_with_the_secret()
    {
        await using var receiver = await Receiver.Start();
        await using var portal = await Start(receiver);
        await Tell(portal, await Shop(portal), 1);

        await Dispatch(portal);
        await Dispatch(portal);

        var post = Assert.Single(receiver.Posts);
        var (seconds, signature) = (post.Signature[2..post.Signature.IndexOf(',', StringComparison.Ordinal)], post.Signature[(post.Signature.IndexOf("v1=", StringComparison.Ordinal) + 3)..]);
        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{seconds}.{post.Body}"))), signature);
        var body = JsonDocument.Parse(post.Body).RootElement;
        Assert.Equal(("CaseMessage", "https://portal.test/cases/1"), (body.GetProperty("kind").GetString(), body.GetProperty("address").GetString()));
    }

    [Fact]
    public async Task Two_processes_that_dispatch_at_once_send_each_notice_once()
    {
        await using var receiver = await Receiver.Start();
        await using var portal = await Start(receiver);
        await Tell(portal, await Shop(portal), 40);
        await using var peer = portal.Peer();

        var counts = await Task.WhenAll(new[] { portal, peer, portal, peer }.Select(one => Task.Run(() => Dispatch(one))));

        Assert.Equal((40, 40), (receiver.Posts.Count, receiver.Posts.DistinctBy(post => post.Delivery).Count()));
        Assert.Equal((40, 0), (counts.Sum(count => count.Changed), counts.Sum(count => count.Failed)));
        Assert.Equal(0, await portal.Db(db => db.Outbox.CountAsync(entry => entry.SentAt == null)));
    }

    [Fact]
    public async Task While_nobody_answers_one_is_tried_a_round_and_after_that_all_arrive()
    {
        await using var receiver = await Receiver.Start();
        await using var portal = await Start(receiver);
        await Tell(portal, await Shop(portal), 5);
        receiver.Answer = () => 503;

        var down = await Dispatch(portal);
        receiver.Answer = () => 200;
        portal.Clock.Advance(Duration.FromSeconds(29));
        var early = await Dispatch(portal);
        portal.Clock.Advance(Duration.FromSeconds(1));
        var late = await Dispatch(portal);

        Assert.Equal((1, 4, 1), (down.Failed, early.Changed, late.Changed));
        Assert.Equal(6, receiver.Posts.Count);
    }

    [Fact]
    public async Task One_that_is_refused_does_not_hold_up_the_others_and_is_given_up_in_the_end_until_somebody_sends_it_again()
    {
        await using var receiver = await Receiver.Start();
        await using var portal = await Start(receiver);
        await Tell(portal, await Shop(portal), 2);
        var first = true;
        receiver.Answer = () => first && !(first = false) ? 400 : 200;

        Assert.Equal((1, 1), await Dispatch(portal) is var count ? (count.Changed, count.Failed) : default);
        receiver.Answer = () => 400;
        for (var i = 0; i < 20; i++)
        {
            portal.Clock.Advance(Duration.FromDays(1));
            await Dispatch(portal);
        }
        var administrator = await portal.Person("管理员", (Role.Administrator, null));
        var given = Assert.Single((await portal.The<OutboxBoard>().For(administrator, default))!.GivenUp);
        Assert.Equal("HTTP 400", given.Fault);

        receiver.Answer = () => 200;
        Assert.Equal(Refusal.NotAllowed, (await portal.The<TryNoticesAgain>().Run(new([given.Id]), await portal.Person("客服", (Role.AfterSalesAgent, null)), default)).Refusal);
        await portal.The<TryNoticesAgain>().Run(new([given.Id]), administrator, default);
        Assert.Equal(1, (await Dispatch(portal)).Changed);
    }

    [Fact]
    public async Task After_three_attempts_that_nobody_answered_none_is_made_for_a_minute()
    {
        var time = new FakeTimeProvider();
        await using var receiver = await Receiver.Start();
        await using var portal = await Start(receiver, services => services.AddSingleton<TimeProvider>(time));
        await Tell(portal, await Shop(portal), WebhookSetup.FailuresBeforeRest + 2);
        receiver.Answer = () => 503;

        for (var round = 0; round < WebhookSetup.FailuresBeforeRest + 1; round++) Assert.Equal(1, (await Dispatch(portal)).Failed);
        receiver.Answer = () => 200;
        time.Advance(WebhookSetup.Rest);
        var later = await Dispatch(portal);

        Assert.Equal((WebhookSetup.FailuresBeforeRest + 1, 1), (receiver.Posts.Count, later.Changed));
    }

    [Fact]
    public async Task A_claim_that_was_left_open_by_a_process_that_died_falls_due_again()
    {
        await using var receiver = await Receiver.Start();
        await using var portal = await Start(receiver);
        await Tell(portal, await Shop(portal), 1);
        await portal.Db(async db => (await db.Outbox.SingleAsync()).Claim(portal.Clock.Now));

        Assert.Equal(0, (await Dispatch(portal)).Changed);
        portal.Clock.Advance(Duration.FromMinutes(5));
        Assert.Equal(1, (await Dispatch(portal)).Changed);
    }

    [Fact]
    public async Task A_quiet_notice_stays_in_the_house()
    {
        await using var receiver = await Receiver.Start();
        await using var portal = await Start(receiver);
        var shop = await Shop(portal);
        var owner = (await portal.Db(db => db.Users.Include(user => user.Posts).SingleAsync())).ActFrom("test");
        await portal.The<ChooseNotices>().Run(new(NoticeKind.CaseMessage, NoticeManner.Quiet), owner, default);

        await Tell(portal, shop, 1);
        await Dispatch(portal);

        Assert.Empty(receiver.Posts);
    }

    [Theory]
    [InlineData("http://hooks.example.test/x", Secret)]
    [InlineData("not an address", Secret)]
    [InlineData("https://hooks.example.test/x", "short")]
    public void A_webhook_in_clear_or_badly_signed_does_not_start(string url, string secret) =>
        Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddDealerPortalDomain(new() { Pack = "doors-and-windows", Webhook = new(url, secret) }));

    private Task<Portal> Start(Receiver receiver, Action<IServiceCollection>? also = null) =>
        Portal.Start(on: database, also: also, with: settings => settings with { Webhook = new(receiver.Url, Secret), Http = new(PublicUrl: "https://portal.test/") });

    private static async Task<Guid> Shop(Portal portal)
    {
        var dealer = await portal.Dealer("D-1");
        await portal.DealerOwner(dealer);
        return dealer.Id;
    }

    private static Task<SweepCount> Dispatch(Portal portal) => portal.The<DispatchNotices>().RunAsOf(portal.Clock.Now, default);

    private static Task<Outcome> Tell(Portal portal, Guid dealer, int count) => portal.The<PortalWork>().Do(Actor.System("test"), async db =>
    {
        for (var i = 0; i < count; i++) await db.TellDealer(dealer, new($"{i}", NoticeKind.CaseMessage, dealer, "/cases/1", null, Fact.Of("C-1"), Fact.Of("老板")), portal.Clock.Now, default);
        return Outcome.Done;
    }, default);
}

public sealed class SqliteOutboxTests() : OutboxTests(Database.Sqlite);

[Trait("Category", "Postgres")]
public sealed class PostgresOutboxTests() : OutboxTests(Database.Postgres);
