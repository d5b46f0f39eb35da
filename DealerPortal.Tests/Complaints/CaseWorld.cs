using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Notices;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Complaints;

/// <summary>A portal with a dealer and everybody who has a part in its complaints.</summary>
internal sealed record CaseWorld(Portal Portal, Dealer Dealer) : IAsyncDisposable
{
    public required Actor Owner { get; init; }
    public required Actor Stranger { get; init; }
    public required Actor Agent { get; init; }
    public required Actor Other { get; init; }
    public required Actor Supervisor { get; init; }
    public required Actor Manager { get; init; }
    public required Actor Director { get; init; }

    public static async Task<CaseWorld> Start(string now = "2026-03-02 09:00", Func<PortalSettings, PortalSettings>? with = null, Database on = Database.Sqlite)
    {
        var portal = await Portal.Start(now, with, on: on);
        var dealer = await portal.Dealer("D1");
        return new(portal, dealer)
        {
            Owner = await portal.DealerOwner(dealer),
            Stranger = await portal.DealerOwner(await portal.Dealer("D2")),
            Agent = await portal.Person("小李", (Role.AfterSalesAgent, null)),
            Other = await portal.Person("小张", (Role.AfterSalesAgent, null)),
            Supervisor = await portal.Person("王主管", (Role.AfterSalesSupervisor, null)),
            Manager = await portal.Person("北区经理", (Role.RegionalManager, "north")),
            Director = await portal.Person("运营总监", (Role.OperationsDirector, null)),
        };
    }

    public Task<Complaint> Case(Guid id) => Portal.Db(db => db.Complaints.AsSplitQuery().SingleAsync(one => one.Id == id));

    /// <summary>Told on the hotline, so that no photos are asked for.</summary>
    public async Task<Guid> File()
    {
        var outcome = await Portal.The<FileComplaint>().Run(new(Guid.CreateVersion7(), Dealer.Id,
            new() { Source = CaseSource.Hotline, Family = "gate", Category = "1-1.4", Description = "焊点过大" }), Agent, default);
        Assert.True(outcome.IsDone, outcome.Refusal?.Code);
        return outcome.Value;
    }

    public async Task Done<T>(Func<T, Task<Outcome>> act) where T : notnull
    {
        var outcome = await act(Portal.The<T>());
        Assert.True(outcome.IsDone, $"{typeof(T).Name}: {outcome.Refusal?.Code}");
    }

    public async Task Founded(Guid id)
    {
        await Done<JudgeFounded>(act => act.Run(new(id, "属实"), Agent, default));
        await Done<SettleLiability>(act => act.Run(new(id, "production", "焊接"), Agent, default));
    }

    public async Task<ApprovalRequest> Propose(Guid id, params string[] remedies)
    {
        var plan = Cases.Draft(remedies);
        await Done<ProposePlan>(act => act.Run(new(id, plan.Id, plan.Remedies, plan.Explanation, plan.ReturnAddress), Agent, default));
        return await Portal.Db(db => db.ApprovalRequests.SingleAsync(asked => asked.Subject == id && asked.Result == null && asked.Kind == "plan"));
    }

    public Task<Outcome> Decide(ApprovalRequest asked, int place, Actor actor, bool consents = true) =>
        Portal.The<Decide>().Run(new(asked.Id, place, asked.ShownHash, consents, "ok"), actor, default);

    public async Task Approve(ApprovalRequest asked)
    {
        foreach (var link in asked.Consents.OrderBy(consent => consent.Place))
        {
            var outcome = await Decide(asked, link.Place, link.Role is Role.AfterSalesSupervisor ? Supervisor : Manager);
            Assert.True(outcome.IsDone, outcome.Refusal?.Code);
        }
    }

    /// <summary>Every step of the plan, then resolved.</summary>
    public async Task Finish(Guid id)
    {
        while ((await Case(id)).CurrentPlan!.NextSteps.FirstOrDefault() is { } step)
            await Done<ExecuteStep>(act => act.Run(new(id, step.Id, Cases.Proof), RemedySteps.IsDealers(step.Kind) ? Owner : Agent, default));
        await Done<Resolve>(act => act.Run(new(id), Agent, default));
    }

    public async Task<IEnumerable<NoticeKind>> Told(Actor actor, Func<NoticeKind, bool> of) =>
        (await Portal.The<NoticeInbox>().For(actor, onlyUnread: false, null, default)).Items.Select(item => item.Kind).Where(of);

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
