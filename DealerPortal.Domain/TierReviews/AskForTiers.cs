using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.TierReviews;

/// <summary>Asks, on the first working day of each month or as soon after it as it runs, for the month's tiers.</summary>
public sealed class AskForTiers(PortalWork work, PolicyBook book)
{
    internal const string Path = "/tiers";

    public async Task<SweepCount> RunAsOf(Instant now, CancellationToken stop)
    {
        if (book.InForceAt(now).Value is not { } edition || edition.Find<CallbackCadences>() is not { } rule) return SweepCount.None;
        var today = edition.Calendar.DateOf(now);
        var month = MonthOf(today);
        if (today < edition.Calendar.WorkingDayOnOrAfter(month)) return SweepCount.None;

        var asked = await work.Do<bool>(Actor.System("tier-review"), async db =>
        {
            if (await db.TierReviews.AnyAsync(review => review.Month == month, stop) || !await db.Dealers.AnyAsync(stop)) return false;
            var review = new TierReview(Guid.CreateVersion7(), month, now);
            db.TierReviews.Add(review);
            db.Note(new(Happening.TierReviewAsked, review.Id, null, rule.Review.Clause, Fact.On(month)));
            await db.TellRole(TierRights.RoleOf(rule.Review.Proposes), null, new($"tiers/{month:uuuu-MM}", NoticeKind.TierReviewAsked, review.Id, Path, null, Fact.On(month)), now, stop);
            db.Announce(Topics.Tiers);
            db.Announce(Topics.Staff);
            return true;
        }, stop);
        return new(1, asked is { IsDone: true, Value: true } ? 1 : 0, 0);
    }

    internal static LocalDate MonthOf(LocalDate date) => new(date.Year, date.Month, 1);
}
