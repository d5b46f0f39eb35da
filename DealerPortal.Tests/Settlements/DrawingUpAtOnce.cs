using DealerPortal.Domain.Settlements;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Settlements;

/// <summary>Two processes draw up, and pay, the same thing at the same instant.</summary>
public abstract class DrawingUpAtOnce(Database on)
{
    [Fact]
    public async Task Two_who_draw_up_at_once_settle_each_line_once()
    {
        await using var portal = await Portal.Start("2026-03-02 08:00", on: on);
        var world = await SettleWorld.On(portal);
        await world.Late();
        await world.Earn("2026-04-03 00:05");
        await using var peer = portal.Peer();

        var drawn = await Task.WhenAll(Task.Run(() => world.DrawUp()), Task.Run(() => world.DrawUp(at: peer)));

        Assert.Equal(1, drawn.Count(one => one.IsDone));
        Assert.Contains(drawn.Single(one => !one.IsDone).Refusal!.Code, new[] { "settlement.nothing-open", "changed-meanwhile" });
        Assert.Equal(1, await portal.Db(db => db.Batches.CountAsync()));
        Assert.Equal(15, await portal.Db(db => db.BatchLines.CountAsync()));
        await world.NothingIsSettledTwice();
    }

    [Fact]
    public async Task Two_who_pay_at_once_pay_once()
    {
        await using var portal = await Portal.Start("2026-03-02 08:00", on: on);
        var world = await SettleWorld.On(portal);
        await world.Late();
        await world.Earn("2026-04-03 00:05");
        var batch = await world.Drawn();
        await world.Approve(batch);
        await using var peer = portal.Peer();

        var paid = await Task.WhenAll(
            Task.Run(() => world.Pay(batch, "A")),
            Task.Run(() => peer.The<PayBatch>().Run(new(batch, "B", new(2026, 4, 3)), world.Finance, default)));

        Assert.Equal(1, paid.Count(one => one.IsDone));
        Assert.Equal("settlement.paid-already", paid.Single(one => !one.IsDone).Refusal!.Code);
        Assert.Equal(3 * 50, await world.Balance());
    }
}

public sealed class DrawingUpAtOnceOnSqlite() : DrawingUpAtOnce(Database.Sqlite);

[Trait("Category", "Postgres")]
public sealed class DrawingUpAtOnceOnPostgres() : DrawingUpAtOnce(Database.Postgres);
