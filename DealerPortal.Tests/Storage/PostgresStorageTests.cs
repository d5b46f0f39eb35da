using System.Diagnostics;
using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.Extensions.Hosting;

namespace DealerPortal.Tests.Storage;

[Trait("Category", "Postgres")]
public sealed class PostgresStorageTests() : StorageTests(Database.Postgres)
{
    [Fact]
    public async Task What_one_process_saves_the_pages_of_another_hear_and_its_own_hear_once()
    {
        await using var here = await Portal.Start(on: Database.Postgres);
        await using var there = here.Peer();
        await using var listening = await Listening.In(here, there);
        int atHome = 0, abroad = 0;
        using var mine = here.The<ChangeFeed>().On("topic", () => Task.FromResult(atHome++));
        using var theirs = there.The<ChangeFeed>().On("topic", () => Task.FromResult(abroad++));
        await Until(() => abroad > 0, () => Announce(here));
        await Task.Delay(600);
        (atHome, abroad) = (0, 0);

        await Announce(here);

        await Until(() => abroad == 1);
        await Task.Delay(600);
        Assert.Equal((1, 1), (atHome, abroad));
    }

    [Fact]
    public async Task A_refused_piece_of_work_is_no_news()
    {
        await using var here = await Portal.Start(on: Database.Postgres);
        await using var there = here.Peer();
        await using var listening = await Listening.In(there);
        int refused = 0, sign = 0;
        using var one = there.The<ChangeFeed>().On("refused", () => Task.FromResult(refused++));
        using var two = there.The<ChangeFeed>().On("topic", () => Task.FromResult(sign++));
        await Until(() => sign > 0, () => Announce(here));
        await Task.Delay(600);
        (refused, sign) = (0, 0);

        await here.The<PortalWork>().Do(Actor.System("test"), db =>
        {
            db.Announce("refused");
            return Task.FromResult<Outcome>(Refusal.NotFound);
        }, default);
        await Announce(here);

        await Until(() => sign > 0);
        Assert.Equal(0, refused);
    }

    [Fact]
    public async Task When_the_line_was_cut_it_comes_back_and_every_page_reads_again()
    {
        await using var here = await Portal.Start(on: Database.Postgres);
        await using var listening = await Listening.In(here);
        var nudged = 0;
        using var page = here.The<ChangeFeed>().On("topic", () => Task.FromResult(nudged++));
        await using var there = here.Peer();
        await Until(() => nudged > 0, () => Announce(there));
        await Task.Delay(600);
        nudged = 0;

        await PostgresServer.CutConnections(here.The<PortalSettings>().Database.Connection!);

        await Until(() => nudged > 0);
    }

    private static async Task<bool> Announce(Portal portal)
    {
        try
        {
            return (await portal.The<PortalWork>().Do(Actor.System("test"), db =>
            {
                db.Announce("topic");
                return Task.FromResult(Outcome.Done);
            }, default)).IsDone;
        }
        catch (Npgsql.NpgsqlException) { return false; }
    }

    private static async Task Until(Func<bool> so, Func<Task>? meanwhile = null)
    {
        var watch = Stopwatch.StartNew();
        while (!so())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), "It did not come about within a minute.");
            if (meanwhile is not null) await meanwhile();
            await Task.Delay(100);
        }
    }

    private sealed class Listening(List<IHostedService> started) : IAsyncDisposable
    {
        public static async Task<Listening> In(params Portal[] portals)
        {
            var all = portals.SelectMany(portal => portal.The<IEnumerable<IHostedService>>().OfType<PeerNews>()).ToList<IHostedService>();
            foreach (var one in all) await one.StartAsync(default);
            return new(all);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var one in started) await one.StopAsync(default);
        }
    }
}
