using DealerPortal.Domain.Compensation;
using DealerPortal.Tests.Compensation;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Benchmarks;

/// <summary>One night with 100,000 late orders, against a plain insert of the same ledger rows; and the second run of the same night.</summary>
internal static class LateNight
{
    private const int Orders = 100_000;

    public static async Task Run(TextWriter to)
    {
        await using var world = await LateWorld.Begin("2026-03-02 10:00");
        var order = await world.Confirmed("2026-03-02 11:00", ("window-guard", null, 8));
        var portal = world.Portal;
        await portal.Db(async db =>
        {
            var copies = new Copies(db);
            var line = (await db.Orders.AsNoTracking().SingleAsync(one => one.Id == order)).Lines.Single();
            var part = (await db.Promises.AsNoTracking().SingleAsync(one => one.Id == order)).Parts.Single();
            await copies.Of("Orders", order, 1, Orders - 1, ("Id", Copies.Id(0)), ("Number", "printf('SO%07d', n)"));
            await copies.Of("OrderLine", line.Id, 1, Orders - 1, ("Id", Copies.Id(1)), ("OrderId", Copies.Id(0)));
            await copies.Of("Promises", order, 1, Orders - 1, ("Id", Copies.Id(0)), ("Number", "printf('SO%07d', n)"));
            await copies.Of("PromisedPart", part.Id, 1, Orders - 1, ("Id", Copies.Id(3)), ("PromiseId", Copies.Id(0)));
            await copies.Run("ANALYZE");
            return 0;
        });

        portal.Clock.Now = Shanghai.At("2026-03-09 00:05");
        var (earn, count) = (portal.The<EarnLateDays>(), 0);
        var peak = GC.GetTotalMemory(forceFullCollection: true);
        var night = await Cost.Of(async () => count = (await earn.RunAsOf(portal.Clock.Now, default)).Changed);
        await to.WriteLineAsync($"{count:N0} late orders, one night: {night}; heap {(GC.GetTotalMemory(forceFullCollection: true) - peak) / 1048576.0:N0} MB more after it");
        var again = await Cost.Of(async () => count = (await earn.RunAsOf(portal.Clock.Now, default)).Looked);
        await to.WriteLineAsync($"the same night once more: {count} looked at, {again}");
        var plain = await Cost.Of(() => portal.Db(async db =>
        {
            await new Copies(db).Run("""CREATE TABLE "Plain" AS SELECT * FROM "Ledger" WHERE 0; INSERT INTO "Plain" SELECT * FROM "Ledger";""");
            return 0;
        }));
        await to.WriteLineAsync($"a plain insert of the same rows: {plain}; the night costs {night.Wall / plain.Wall:N0} times as much");
    }
}
