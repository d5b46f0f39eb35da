using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Promises;
using DealerPortal.Domain.Storage;
using DealerPortal.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static DealerPortal.Web.Demo.DemoStage;

namespace DealerPortal.Web.Demo;

/// <summary>Late orders of the demonstration: what they have earned, two causes, a span that waits for approval, and a later date that waits for the dealer's word.</summary>
public sealed class DemoLate(IServiceProvider portal, IDbContextFactory<PortalDb> contexts, Moments moments, IClock clock) : IDemoStep
{
    /// <summary>Tells it once; where anything was recorded already it tells nothing.</summary>
    public async Task Load(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (await db.ExcusedSpans.AnyAsync(stop) || await db.DateProposals.AnyAsync(stop)) return;
        var people = await db.Cast(stop);

        await portal.GetRequiredService<EarnLateDays>().RunAsOf(clock.GetCurrentInstant(), stop);
        await Causes(db, people["demo-agent"], stop);
        await Span(people["demo-agent"], stop);
        await Proposal(db, people["demo-follow-up"], stop);
    }

    private async Task Causes(PortalDb db, Actor agent, CancellationToken stop)
    {
        // One that is still late, and two that have shipped since.
        var earned = db.Promises.Where(promise => db.Ledger.Any(entry => entry.OrderId == promise.Id)).OrderBy(promise => promise.Number);
        var late = await earned.Where(promise => promise.NextEarnOn != null).Select(promise => promise.Id).Take(1)
            .Concat(earned.Where(promise => promise.NextEarnOn == null).Select(promise => promise.Id).Take(2)).ToListAsync(stop);
        (string Cause, string? Plant, string Note)[] said = [("production", "一厂", "喷涂线检修"), ("oem", "南方代工厂", "铰链到货晚"), ("logistics", null, "装车计划漏排")];
        foreach (var (order, why) in late.Zip(said))
            Check((await portal.GetRequiredService<DecideCause>().Run(new(order, why.Cause, why.Plant, why.Note), agent, stop)).Refusal);
        await portal.GetRequiredService<EarnLateDays>().ReviseAsOf(clock.GetCurrentInstant(), stop);
    }

    private async Task Span(Actor agent, CancellationToken stop) => Check((await portal.GetRequiredService<RecordSpan>().Run(
        new(Guid.CreateVersion7(), ExcuseScope.Region, null, "north", null, "blizzard", moments.Today.PlusDays(-2), moments.Today.PlusDays(-1), "华北暴雪，京津冀高速封闭", "中央气象台暴雪橙色预警"), agent, stop)).Refusal);

    // The first order that is large and still to ship; the portal itself says which may be asked.
    private async Task Proposal(PortalDb db, Actor followUp, CancellationToken stop)
    {
        foreach (var order in await db.Promises.Where(promise => promise.DueOn > moments.Today).OrderBy(promise => promise.DueOn).Select(promise => promise.Id).ToListAsync(stop))
        {
            var sheet = await portal.GetRequiredService<ProposalSheet>().For(order, followUp, stop);
            if (sheet is not { MayPropose: true, Standard: { } standard }) continue;
            Check((await portal.GetRequiredService<ProposeDate>().Run(new(Guid.CreateVersion7(), order, standard.PlusDays(10), "数量较大，排产需要两周"), followUp, stop)).Refusal);
            return;
        }
    }
}
