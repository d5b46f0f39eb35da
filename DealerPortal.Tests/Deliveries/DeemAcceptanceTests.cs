using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Inspections;
using DealerPortal.Domain.Notices;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Deliveries;

public sealed class DeemAcceptanceTests
{
    [Fact]
    public async Task The_sweep_writes_down_what_silence_settled_once_and_tells_the_dealer_once()
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        var id = await world.PickedUp(("window-guard", 8));
        portal.Clock.Now = Shanghai.At("03-02 13:10");

        var first = await portal.The<DeemAcceptance>().RunAsOf(portal.Clock.Now, default);
        var second = await portal.The<DeemAcceptance>().RunAsOf(portal.Clock.Now, default);

        Assert.Equal((1, 1, 0), (first.Looked, first.Changed, first.Failed));
        Assert.Equal(0, second.Looked);
        Assert.Equal(1, await portal.Db(db => db.History.CountAsync(entry => entry.What == Happening.DeemedAccepted && entry.Subject == id)));
        Assert.Equal(1, await portal.Db(db => db.Notices.CountAsync(notice => notice.Kind == NoticeKind.DeemedAccepted && notice.UserId == world.Dealer.UserId)));
        Assert.Equal(LineAnswer.DeemedAccepted, await portal.Db(db => db.PickUps.SelectMany(pickUp => pickUp.Lines).Select(line => line.Answer).SingleAsync()));
    }

    [Fact]
    public async Task One_tick_before_the_end_the_sweep_changes_no_answer()
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        await world.PickedUp(("window-guard", 8));

        await portal.The<DeemAcceptance>().RunAsOf(Shanghai.At("03-02 13:10") - Duration.FromTicks(10), default);

        Assert.Null(await portal.Db(db => db.PickUps.SelectMany(pickUp => pickUp.Lines).Select(line => line.Answer).SingleAsync()));
    }

    [Fact]
    public async Task A_late_rejection_is_kept_marked_and_brought_to_the_dispatcher_with_or_without_a_sweep()
    {
        foreach (var swept in new[] { true, false })
        {
            var world = await World.Begin();
            await using var portal = world.Portal;
            var id = await world.PickedUp(("window-guard", 8));
            portal.Clock.Now = Shanghai.At("03-02 13:10");
            if (swept) await portal.The<DeemAcceptance>().RunAsOf(portal.Clock.Now, default);

            var (inspection, findings) = await world.Drafted(id, "window-guard");
            findings.Items[0].Counted = 7;
            var verdict = await world.Submit(inspection, findings);

            Assert.Equal(Verdict.Rejected, verdict.Value);
            var line = (await portal.The<PickUpSheet>().For(id, world.Dealer, default))!.Lines[0];
            Assert.Equal((LineAnswer.DeemedAccepted, LineAnswer.Rejected), (line.Answer, line.LateAnswer));
            Assert.True(Assert.Single((await portal.The<RejectionBoard>().For(world.Dispatcher, default)).Waiting).IsLate);
            Assert.Equal(1, await portal.Db(db => db.History.CountAsync(entry => entry.What == Happening.DeemedAccepted)));
            Assert.Equal(1, await portal.Db(db => db.History.CountAsync(entry => entry.What == Happening.LineRejectedLate)));
        }
    }

    [Fact]
    public async Task Half_time_and_the_last_quarter_are_told_to_the_dealer_once_each()
    {
        var world = await World.Begin("2026-03-02 09:00");
        await using var portal = world.Portal;
        await world.PickedUp(("window-guard", 8));

        foreach (var at in new[] { "03-02 11:00", "03-02 11:01", "03-02 12:00", "03-02 12:30" })
            await portal.The<DeemAcceptance>().RunAsOf(Shanghai.At(at), default);

        var kinds = await portal.Db(db => db.Notices.Where(notice => notice.UserId == world.Dealer.UserId).Select(notice => notice.Kind).ToListAsync());
        Assert.Equal([NoticeKind.WindowStarted, NoticeKind.WindowHalfGone, NoticeKind.WindowLastQuarter], kinds.Order());
    }

    [Fact]
    public async Task Two_sweeps_side_by_side_settle_each_window_once()
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        for (var i = 0; i < 20; i++) await world.PickedUp(("window-guard", 8));
        var now = Shanghai.At("03-02 13:10");

        var sweeps = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => portal.The<DeemAcceptance>().RunAsOf(now, default))));

        Assert.Equal(20, sweeps.Sum(sweep => sweep.Changed));
        Assert.Equal(0, sweeps.Sum(sweep => sweep.Failed));
        Assert.Equal(20, await portal.Db(db => db.History.CountAsync(entry => entry.What == Happening.DeemedAccepted)));
    }
}
