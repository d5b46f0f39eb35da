using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using DealerPortal.Domain.TierReviews;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static DealerPortal.Web.Demo.DemoStage;

namespace DealerPortal.Web.Demo;

/// <summary>Five weeks of tiers and callbacks of the demonstration, told through the real actions on a clock of their own; the last days' calls are left to be made.</summary>
public sealed class DemoCallbacks(PortalSettings settings, IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock) : IDemoStep
{
    private const int Days = 33, LeftOpen = 4;

    private static readonly string[] Gold = ["D001", "D002", "D004", "D005", "D006", "D007", "D008"];

    private static readonly int[][] Scores = [[5, 5, 4], [4, 4, 5], [5, 3, 5], [5, 5, 5], [4, 5, 4], [2, 4, 4], [5, 5, 5], [4, 5, 5]];

    private static readonly string[] Words = ["", "服务很好", "希望物流再快一点", "", "彩管包装可以再加固", "上次的配件晚了两天", ""];

    /// <summary>Tells the story once; where tiers were reviewed already it tells nothing.</summary>
    public async Task Load(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (await db.TierReviews.AnyAsync(stop)) return;
        var people = await db.Cast(stop);
        var dealers = await db.Dealers.ToDictionaryAsync(dealer => dealer.Code, dealer => dealer.Id, stop);
        var calendar = book.Own.Last().Calendar;
        var (today, then) = (calendar.DateOf(clock.GetCurrentInstant()), new DemoCases.Then(clock.GetCurrentInstant()));
        await using var past = settings.Past(book, then);

        then.Now = calendar.At(today.PlusDays(-Days).At(new(8, 0)));
        await Divide(past, dealers, people, then.Now, stop);
        var made = 0;
        for (var day = today.PlusDays(-Days); day <= today.PlusDays(-LeftOpen); day = day.PlusDays(1))
        {
            then.Now = calendar.At(day.At(new(7, 30)));
            await past.GetRequiredService<PlanCallbacks>().RunAsOf(then.Now, stop);
            then.Now = calendar.At(day.At(new(9, 40)));
            if (calendar.IsWorkingDay(day)) made += await Call(past, people["demo-service"], made, calendar, then, stop);
        }
    }

    private static async Task Divide(IServiceProvider past, Dictionary<string, Guid> dealers, Dictionary<string, Actor> people, Instant now, CancellationToken stop)
    {
        await past.GetRequiredService<AskForTiers>().RunAsOf(now, stop);
        foreach (var code in Gold) Check((await past.GetRequiredService<ProposeTier>().Run(new(dealers[code], "gold", "订单稳定"), people["demo-service"], stop)).Refusal);
        Check((await past.GetRequiredService<ProposeTier>().Run(new(dealers["D012"], "blacklist", "恶意投诉"), people["demo-service"], stop)).Refusal);
        Check((await past.GetRequiredService<SubmitTiers>().Run(people["demo-service"], stop)).Refusal);
        var shown = await past.GetRequiredService<TierProposalList>().Waiting(people["demo-marketing"], stop);
        Check((await past.GetRequiredService<ConfirmTiers>().Run(new(shown), people["demo-marketing"], stop)).Refusal);
    }

    // Most are reached; now and then nobody answers, or the dealer wants to be called later.
    private static async Task<int> Call(IServiceProvider past, Actor who, int before, Domain.Time.WorkingCalendar calendar, DemoCases.Then then, CancellationToken stop)
    {
        var list = (await past.GetRequiredService<CallbackList>().For(new(), who, stop))!.Rows;
        for (var i = 0; i < list.Count; i++)
        {
            var number = before + i;
            then.Now += Duration.FromMinutes(7);
            var request = new RecordCallback.Request(list[i].Id, Guid.CreateVersion7(), number % 6 == 4 ? CallOutcome.NotReached : number % 11 == 7 ? CallOutcome.CallAgain : CallOutcome.Reached);
            if (request.Outcome is CallOutcome.CallAgain) request = request with { CallAt = (then.Now + Duration.FromDays(1)).InZone(calendar.Zone).LocalDateTime, Note = "正在送货，约明天" };
            if (request.Outcome is CallOutcome.Reached) request = request with { Talk = new(Answers(number), []) };
            Check((await past.GetRequiredService<RecordCallback>().Run(request, who, stop)).Refusal);
        }
        return list.Count;
    }

    private static IReadOnlyList<SurveyAnswer.Said> Answers(int number)
    {
        string[] scored = ["goods", "delivery", "service"];
        return [.. scored.Zip(Scores[number % Scores.Length], (question, score) => new SurveyAnswer.Said(question, score, null)), new("words", null, Words[number % Words.Length])];
    }
}
