using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static DealerPortal.Web.Demo.DemoStage;

namespace DealerPortal.Web.Demo;

/// <summary>One complaint of the demonstration, told until it stands where it is to stand.</summary>
internal sealed class DemoCase(IServiceProvider past, DemoCases.Then clock, IReadOnlyDictionary<string, Actor> people, int dealer, Guid dealerId)
{
    private static readonly string[] Regions = ["north", "east", "south"];
    private readonly Guid id = Guid.CreateVersion7();

    private Actor Owner => people[$"demo-owner-{dealer + 1}"];

    private Actor Agent => people["demo-agent"];

    public async Task Tell((string? Family, string Category, string Words) trouble, CaseState until, bool isSecondRound, CancellationToken stop)
    {
        var form = new DraftForm { Source = CaseSource.Hotline, Family = trouble.Family, Category = trouble.Category, Description = trouble.Words };
        Check((await past.GetRequiredService<FileComplaint>().Run(new(id, dealerId, form), Agent, stop)).Refusal);
        if (until is CaseState.Received) return;
        if (until is CaseState.Merged) { await Merge(form, stop); return; }
        await Do<Claim>(act => act.Run(new(id), Agent, stop));
        if (isSecondRound) await AskedAgain(stop);
        if (until is CaseState.InTriage) return;
        if (until is CaseState.NotFounded) { await Do<JudgeNotFounded>(act => act.Run(new(id, "经核实，产品符合出厂标准"), Agent, stop)); return; }
        await Do<JudgeFounded>(act => act.Run(new(id, "照片与订单相符，属实"), Agent, stop));
        await Do<AskDepartment>(act => act.Run(new(id, Guid.CreateVersion7(), Role.ProductionHead, "请查这批产品的质检记录"), Agent, stop));
        await Do<SettleLiability>(act => act.Run(new(id, "production", "质检记录有漏检"), Agent, stop));
        if (until is CaseState.Founded) return;
        await Planned(until, stop);
    }

    private async Task Planned(CaseState until, CancellationToken stop)
    {
        await Do<ProposePlan>(act => act.Run(new(id, Guid.CreateVersion7(), [new(dealer == 1 ? "exchange" : "replenish")], "为您重新发货，运费由公司承担", dealer == 1 ? "一厂售后收货组" : null), Agent, stop));
        if (until is CaseState.AwaitingApproval) return;
        await Approve("demo-supervisor", stop);
        if (dealer == 1) await Approve($"demo-manager-{Regions[dealer]}", stop);
        if (until is CaseState.Approved) return;
        await Do<AnswerWithPlan>(act => act.Run(new(id), Agent, stop));
        if (until is CaseState.Answered) return;
        if (until is CaseState.Disputed) { await Do<DisputePlan>(act => act.Run(new(id, Guid.CreateVersion7(), "工期等不了，希望更快"), Owner, stop)); return; }
        await Do<AgreeToPlan>(act => act.Run(new(id), Owner, stop));
        if (until is CaseState.Executing) return;
        await Ended(until, stop);
    }

    private async Task Ended(CaseState until, CancellationToken stop)
    {
        while ((await Now(stop)).CurrentPlan!.NextSteps.FirstOrDefault() is { } step)
            await Do<ExecuteStep>(act => act.Run(new(id, step.Id, new("德邦快递", "95353", "DPK36150" + step.Place, null, IsPackedWhole: true)), RemedySteps.IsDealers(step.Kind) ? Owner : Agent, stop));
        await Do<Resolve>(act => act.Run(new(id), Agent, stop));
        if (until is CaseState.Resolved) return;
        await Do<ConfirmCase>(act => act.Run(new(id), Owner, stop));
        if (until is CaseState.Closed) await Do<CloseCase>(act => act.Run(new(id), Agent, stop));
    }

    private async Task AskedAgain(CancellationToken stop)
    {
        await Do<JudgeNotFounded>(act => act.Run(new(id, "未见异常"), Agent, stop));
        await Do<AskAgain>(act => act.Run(new(id, Guid.CreateVersion7(), "补拍了照片，请再看"), Owner, stop));
    }

    private async Task Merge(DraftForm form, CancellationToken stop)
    {
        var other = Guid.CreateVersion7();
        Check((await past.GetRequiredService<FileComplaint>().Run(new(other, dealerId, form), Agent, stop)).Refusal);
        await Do<MergeDuplicate>(act => act.Run(new(id, other), Agent, stop));
    }

    private async Task Approve(string who, CancellationToken stop)
    {
        var asked = (await past.GetRequiredService<MyApprovals>().For(people[who], stop)).Waiting.Single(item => item.Path.EndsWith(id.ToString(), StringComparison.Ordinal));
        await Do<Decide>(act => act.Run(new(asked.Id, asked.Place!.Value, asked.ShownHash, Consents: true), people[who], stop));
    }

    private async Task<Complaint> Now(CancellationToken stop)
    {
        await using var db = await past.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(stop);
        return await db.Complaints.AsSplitQuery().SingleAsync(one => one.Id == id, stop);
    }

    private async Task Do<T>(Func<T, Task<Outcome>> act) where T : notnull
    {
        clock.Now += Duration.FromMinutes(15);
        Check((await act(past.GetRequiredService<T>())).Refusal);
    }
}
