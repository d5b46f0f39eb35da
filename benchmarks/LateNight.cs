using System.Diagnostics;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Compensation;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Benchmarks;

/// <summary>Nights with 100,000 late orders, with their history and notices, against a plain insert of one night's ledger rows; and the second run of the same night.</summary>
internal static class LateNight
{
    /// <summary><c>PORTAL_LATE_ORDERS</c> says another number.</summary>
    private static readonly int Orders = int.TryParse(Environment.GetEnvironmentVariable("PORTAL_LATE_ORDERS"), out var said) ? said : 100_000;

    public static async Task Run(TextWriter to)
    {
        await using var world = await LateWorld.Begin("2026-03-02 10:00");
        await world.Person(Role.DealerOwner, dealer: world.DealerId);
        await Fill(world);
        var earn = world.Portal.The<EarnLateDays>();
        await Night("the first night, on which the dealer is told of each", "2026-03-09 00:05");
        var night = await Night("the second night", "2026-03-10 00:05");

        var looked = -1;
        var again = await Cost.Of(async () => looked = (await earn.RunAsOf(world.Portal.Clock.Now, default)).Looked);
        await to.WriteLineAsync($"the second night once more: {looked} looked at, {again}");
        var plain = await Cost.Of(() => world.Portal.Db(Insert));
        await to.WriteLineAsync($"a plain insert of the second night's rows, with their indexes: {plain}; the night costs {night.Wall / plain.Wall:N0} times as much");

        async Task<Cost> Night(string name, string at)
        {
            world.Portal.Clock.Now = Shanghai.At(at);
            using var memory = new Peak();
            var count = SweepCount.None;
            var cost = await Cost.Of(async () => count = await earn.RunAsOf(world.Portal.Clock.Now, default));
            await to.WriteLineAsync($"{name}: {count.Changed:N0} of {count.Looked:N0} orders earned, {count.Failed} failed; {cost}, {cost.Wall.TotalMilliseconds / count.Looked:N2} ms each; {memory}");
            return cost;
        }
    }

    private static async Task Fill(LateWorld world)
    {
        var order = await world.Confirmed("2026-03-02 11:00", ("window-guard", null, 8));
        // Looked at once, as it would have been: what is measured are nights, not the first look at an order.
        await world.Earn("2026-03-02 12:00");
        await world.Portal.Db(async db =>
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
    }

    private static async Task<int> Insert(PortalDb db)
    {
        var copies = new Copies(db);
        await copies.Like("Ledger", "Plain");
        await copies.Run("""INSERT INTO "Plain" SELECT * FROM "Ledger" WHERE "Date" = (SELECT MAX("Date") FROM "Ledger")""");
        return 0;
    }

    /// <summary>The most memory while it is not disposed: of the process, and of what the collector holds.</summary>
    private sealed class Peak : IDisposable
    {
        private readonly Timer timer;
        private readonly long heapBefore = GC.GetTotalMemory(forceFullCollection: true);
        private long process, heap;

        public Peak() => timer = new(_ => Look(), null, 0, 100);

        public void Dispose() => timer.Dispose();

        public override string ToString() =>
            $"at most {process / 1048576.0:N0} MB of process, {heap / 1048576.0:N0} MB of heap (before: {heapBefore / 1048576.0:N0} MB, after: {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0:N0} MB)";

        private void Look()
        {
            using var me = Process.GetCurrentProcess();
            (process, heap) = (Math.Max(process, me.WorkingSet64), Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false)));
        }
    }
}
