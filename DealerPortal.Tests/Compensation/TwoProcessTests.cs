using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.History;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace DealerPortal.Tests.Compensation;

/// <summary>The night's run in two real processes on one PostgreSQL database, at the same instant, night after night; one of them is killed each night.</summary>
[Trait("Category", "Postgres")]
public sealed class TwoProcessTests
{
    private const int Orders = 24;

    [Fact]
    public Task Nights_with_one_of_two_processes_killed_at_random_double_nothing_and_miss_nothing() => Live(4);

    [Fact]
    [Trait("Category", "Campaign")]
    public Task So_do_fifty_nights() => Live(50);

    private static async Task Live(int nights)
    {
        await using var world = await LateWorld.Begin(on: Database.Postgres);
        for (var i = 0; i < Orders; i++) await world.Confirmed("03-02 09:00", ("gate", null, 2));
        await world.Earn("03-02 09:30");
        var (random, portal, night) = (new Random(20260316), world.Portal, LateWorld.Date("03-16"));
        var connection = portal.Connection!;
        var mine = Task.CompletedTask;

        await DoomedProcess.KillAgainAndAgain<EarningNight>(portal, nights, NextNight, async (_, _) =>
        {
            mine = Task.Run(() => portal.The<EarnLateDays>().RunAsOf(portal.Clock.Now, default));
            await Task.Delay(random.Next(0, 400));
        }, async _ =>
        {
            await mine;
            // What the killed process held, the next run takes up.
            await portal.The<EarnLateDays>().RunAsOf(portal.Clock.Now, default);
            var (dates, fen) = await portal.Db(async db => (await db.Ledger.GroupBy(entry => entry.Date).Select(date => new { date.Key, Count = date.Count() }).ToListAsync(), await db.Ledger.SumAsync(entry => entry.Fen)));
            Assert.All(dates, date => Assert.Equal(Orders, date.Count));
            Assert.Equal(Period.DaysBetween(LateWorld.Date("03-16"), night), dates.Count);
            Assert.Equal(5000L * Orders * dates.Count, fen);
        });

        Assert.Equal(0, (await portal.The<CheckLedger>().RunAsOf(portal.Clock.Now, default)).Failed);
        Assert.True((await portal.The<VerifyHistory>().Run(Actor.System("test"), null, default)).Value!.IsSound);

        string NextNight()
        {
            night = night.PlusDays(1);
            portal.Clock.Now = night.At(new(0, 5)).InZoneStrictly(Shanghai.Zone).ToInstant();
            return $"{InstantPattern.ExtendedIso.Format(portal.Clock.Now)} {connection}";
        }
    }

    /// <summary>One night's run.</summary>
    public sealed class EarningNight : DoomedProcess.IWork
    {
        public async Task Run(Portal portal, string from, Func<string, Task> acknowledge)
        {
            var (at, connection) = from.Split(' ', 2) is [var first, var rest] ? (InstantPattern.ExtendedIso.Parse(first).Value, rest) : default;
            await using var own = Portal.Over(connection!, at);
            await own.The<EarnLateDays>().RunAsOf(at, default);
        }
    }
}
