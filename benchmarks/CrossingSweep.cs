using System.Diagnostics;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Benchmarks;

/// <summary>The clock sweep when 10,000 of 1,000,000 cases have run out, with history and notices, and when nothing is due. Aim: a second, and nothing.</summary>
internal static class CrossingSweep
{
    private const int Over = 10_000, Warm = 5_000, All = 1_000_000;

    public static async Task Run(TextWriter to)
    {
        var watch = Stopwatch.StartNew();
        await using var portal = await Portal.Start("2026-03-02 09:00");
        var agent = await portal.Person("agent", (Role.AfterSalesAgent, null));
        await portal.Person("supervisor", (Role.AfterSalesSupervisor, null));
        var dealer = await portal.Dealer("D1");
        var sweep = portal.The<ClockSweep>();
        // A portal sweeps every minute: what is compiled the first time is not what a closing costs.
        await Lay(portal, agent, dealer.Id, 0, Warm);
        await sweep.RunAsOf(portal.Clock.Now, default);

        await Lay(portal, agent, dealer.Id, Warm, Over);
        var early = await ManyCases.File(portal, agent, dealer.Id);
        await ManyCases.Copy(portal, early, agent.UserId!.Value, Warm + Over, All - Over, spread: false);
        await to.WriteLineAsync($"laid out in {watch.Elapsed.TotalSeconds:N0} s");
        var count = 0;
        var full = await Cost.Of(async () => count = (await sweep.RunAsOf(portal.Clock.Now, default)).Changed);
        await to.WriteLineAsync($"{count:N0} crossings of {All:N0} cases: {full}, {full.Wall.TotalMilliseconds / Math.Max(1, count):N2} ms each");
        var idle = await Cost.Of(async () => count = (await sweep.RunAsOf(portal.Clock.Now, default)).Looked);
        await to.WriteLineAsync($"with nothing due ({count} looked at): {idle}");
        var entries = await portal.Db(db => db.History.CountAsync());
        var told = await portal.Db(db => db.Notices.CountAsync());
        await to.WriteLineAsync($"history {entries:N0}, notices {told:N0}");
    }

    // They all run out at the same closing, and the clock stands a minute behind it afterwards.
    private static async Task Lay(Portal portal, Actor agent, Guid dealer, int from, int count)
    {
        portal.Clock.Now = Shanghai.At("2026-03-02 09:00");
        var one = await ManyCases.File(portal, agent, dealer);
        await portal.Db(db => db.Database.ExecuteSqlAsync($"""UPDATE "Complaints" SET "OwnerId" = {agent.UserId!.Value}, "OwnerName" = 'agent' WHERE "Id" = {one}"""));
        await ManyCases.Copy(portal, one, agent.UserId!.Value, from + 1, count - 1, spread: false);
        portal.Clock.Now = (await portal.Db(db => db.Complaints.MaxAsync(found => found.NextDueAt))) + Duration.FromMinutes(1);
    }
}
