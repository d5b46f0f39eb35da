using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Promises;
using DealerPortal.Domain.Settlements;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Settlements;

/// <summary>A dealer of the north with late orders, and everybody who has a word in what is paid for them.</summary>
internal sealed class SettleWorld(IPortal portal)
{
    private int orders;

    public IPortal Portal { get; } = portal;

    public required Dealer Dealer { get; init; }
    public required Actor Owner { get; init; }
    public required Actor Finance { get; init; }
    public required Actor Agent { get; init; }
    public required Actor Supervisor { get; init; }
    public required Actor North { get; init; }
    public required Actor Director { get; init; }

    /// <summary>The end of the first period of these tests.</summary>
    public static readonly LocalDate March = new(2026, 3, 31);

    public static async Task<SettleWorld> On(IPortal portal)
    {
        var dealer = await portal.Dealer("D-" + Guid.NewGuid().ToString("N")[..6]);
        return new(portal)
        {
            Dealer = dealer,
            Owner = await portal.DealerOwner(dealer),
            Finance = await portal.Person("许静", (Role.Finance, null)),
            Agent = await portal.Person("小李", (Role.AfterSalesAgent, null)),
            Supervisor = await portal.Person("王主管", (Role.AfterSalesSupervisor, null)),
            North = await portal.Person("北区经理", (Role.RegionalManager, "north")),
            Director = await portal.Person("秦岚", (Role.MarketingDirector, null)),
        };
    }

    /// <summary>Two gates confirmed at the instant and never shipped: promised to the fifteenth day, late from the sixteenth on.</summary>
    public async Task<Guid> Late(string confirmed = "2026-03-02 09:00", string? cause = "production", Guid? dealer = null)
    {
        var at = Shanghai.At(confirmed);
        var order = new Order(Guid.CreateVersion7(), $"SO-{Dealer.Code}-{++orders}", new(dealer ?? Dealer.Id, at.InZone(Shanghai.Zone).Date, [new(1, "gate", "大门", null, 2)], at, at));
        await Portal.Db(db =>
        {
            db.Orders.Add(order);
            Promising.Keep(db, order, null, Portal.The<PolicyBook>(), at);
            return Task.FromResult(0);
        });
        if (cause is not null) await Decide(order.Id, cause);
        return order.Id;
    }

    public async Task Decide(Guid order, string cause) => Done(await Portal.The<DecideCause>().Run(new(order, cause, null, "已核实"), Agent, default));

    /// <summary>The goods left, and nothing is late any more.</summary>
    public Task Shipped(Guid orderId, string at) => Portal.Db(async db =>
    {
        var order = await db.Orders.SingleAsync(order => order.Id == orderId);
        var goods = new Dictionary<int, decimal> { [1] = 2 };
        Done(order.Ship(goods, Shanghai.At(at)));
        db.Shipments.Add(new Shipment(Guid.CreateVersion7(), "DN" + orderId.ToString("N")[^12..], order, new(Shanghai.At(at), "安运物流", null, null, goods)));
        (await db.Promises.SingleAsync(promise => promise.Id == orderId)).LookAgain(Portal.Clock.Now);
        return 0;
    });

    public async Task Earn(string now)
    {
        Portal.Clock.Now = Shanghai.At(now);
        await Portal.The<EarnLateDays>().RunAsOf(Portal.Clock.Now, default);
    }

    public Task<Outcome<Guid>> DrawUp(LocalDate? through = null, Guid? id = null, IPortal? at = null) =>
        (at ?? Portal).The<DrawUpBatch>().Run(new(id ?? Guid.CreateVersion7(), Dealer.Id, through ?? March), Finance, default);

    public async Task<Guid> Drawn(LocalDate? through = null)
    {
        var drawn = await DrawUp(through);
        Assert.Null(drawn.Refusal);
        return drawn.Value;
    }

    public async Task Approve(Guid batch)
    {
        var asked = await Question(batch);
        foreach (var (person, i) in new[] { Supervisor, North, Director }.Select((person, i) => (person, i))) Done(await Portal.The<Decide>().Run(new(asked.Id, i + 1, asked.ShownHash, true), person, default));
    }

    public Task<Outcome> Pay(Guid batch, string reference = "ICBC-1") =>
        Portal.The<PayBatch>().Run(new(batch, reference, Portal.Clock.Now.InZone(Shanghai.Zone).Date), Finance, default);

    public async Task<Guid> Paid(LocalDate? through = null)
    {
        var batch = await Drawn(through);
        await Approve(batch);
        Done(await Pay(batch));
        return batch;
    }

    public Task<ApprovalRequest> Question(Guid batch) => Portal.Db(db => db.ApprovalRequests.SingleAsync(asked => asked.Subject == batch));

    public async Task<BatchSheet.View> Sheet(Guid batch, Actor? reader = null) => (await Portal.The<BatchSheet>().For(batch, reader ?? Finance, default))!;

    public async Task<long> Balance() => await Portal.Db(db => db.Ledger.Where(entry => entry.DealerId == Dealer.Id).SumAsync(entry => entry.Fen)) / 100;

    /// <summary>Each line of the ledger stands in one batch at most.</summary>
    public async Task NothingIsSettledTwice() =>
        Assert.Empty(await Portal.Db(db => db.BatchLines.Where(line => line.ReleasedAt == null).GroupBy(line => line.EntryId).Where(same => same.Count() > 1).Select(same => same.Key).ToListAsync()));

    public static void Done(Outcome outcome) => Assert.Null(outcome.Refusal);
}
