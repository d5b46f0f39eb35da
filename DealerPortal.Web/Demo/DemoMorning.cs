using DealerPortal.Domain.Callbacks;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using DealerPortal.Domain.TierReviews;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Web.Demo;

/// <summary>The demonstration's present day: callbacks are planned, with the settled cases to ask about; a dealer has a survey to answer, and the director a month's tiers to confirm.</summary>
public sealed class DemoMorning(IDbContextFactory<PortalDb> contexts, IServiceProvider portal, PolicyBook book, IClock clock) : IDemoStep
{
    /// <summary>Once: where this month's tiers were asked for already, the day has begun.</summary>
    public async Task Load(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var (now, today) = (clock.GetCurrentInstant(), book.Own.Last().Calendar.DateOf(clock.GetCurrentInstant()));
        var month = new LocalDate(today.Year, today.Month, 1);
        if (await db.TierReviews.AnyAsync(review => review.Month >= month, stop)) return;
        await portal.GetRequiredService<AskForTiers>().RunAsOf(now, stop);
        await portal.GetRequiredService<PlanCallbacks>().RunAsOf(now, stop);

        var people = await db.Cast(stop);
        var assistant = people["demo-service"];
        var dealers = await db.Dealers.ToDictionaryAsync(dealer => dealer.Code, dealer => dealer.Id, stop);
        await portal.GetRequiredService<ProposeTier>().Run(new(dealers["D003"], "gold", "近三个月订单增长"), assistant, stop);
        await portal.GetRequiredService<ProposeTier>().Run(new(dealers["D008"], "middle", "订单减少"), assistant, stop);
        await portal.GetRequiredService<SubmitTiers>().Run(assistant, stop);
        foreach (var tab in Enum.GetValues<CallbackList.Tab>())
            foreach (var row in (await portal.GetRequiredService<CallbackList>().For(new(tab), assistant, stop))!.Rows.Where(row => row.Code is "D001"))
                await portal.GetRequiredService<SendSurveyLink>().Run(new(row.Id), assistant, stop);
    }
}
