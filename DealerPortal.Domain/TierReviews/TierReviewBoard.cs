using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.TierReviews;

/// <summary>The month's tiers: every dealer with his figures, what is proposed for him, and what that would do to his callback.</summary>
public sealed class TierReviewBoard(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    public const int PageSize = 40;

    /// <summary>Over how many months back the figures reach.</summary>
    public const int FigureMonths = 3;

    /// <param name="OnlyProposed">Those for whom something is proposed.</param>
    /// <param name="Text">A part of the code or the name.</param>
    /// <param name="After">The last code of the page before.</param>
    public sealed record Query(bool OnlyProposed = false, string? Text = null, string? After = null);

    /// <param name="Review">Null before it was asked for.</param>
    public sealed record View(
        LocalDate Month, Status? Review, Clause Clause, IReadOnlyList<string> Tiers, IReadOnlyList<Row> Rows, int Waiting, string? Next, bool MayPropose, bool MayConfirm);

    public sealed record Status(Instant AskedAt, Instant? SubmittedAt, string? SubmittedBy, Instant? ClosedAt, string? ClosedBy);

    /// <param name="TierFrom">Null where the dealer was put into no tier.</param>
    public sealed record Row(
        Guid DealerId, string Code, string Name, string Region, string Tier, LocalDate? TierFrom, int Orders, int Cases, int Owed, int Reached, int Answers, int Satisfied, Proposal? Proposal);

    /// <param name="Before">The open callback as it is planned; null without one.</param>
    /// <param name="After">As it would be; null where it would be withdrawn.</param>
    public sealed record Proposal(Guid Id, string Tier, string? Note, string By, Dates? Before, Dates? After);

    public sealed record Dates(LocalDate DueOn, LocalDate PlannedOn);

    public async Task<View?> For(Query query, Actor actor, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (!TierRights.MaySee(actor) || book.InForceAt(now).Value is not { } edition || edition.Find<CallbackCadences>() is not { } rule) return null;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var today = edition.Calendar.DateOf(now);
        var month = AskForTiers.MonthOf(today);
        var dealers = await Dealers(db, query, actor).ToListAsync(stop);
        var shown = dealers.Take(PageSize).ToList();
        var review = await db.TierReviews.AsNoTracking().SingleOrDefaultAsync(one => one.Month == month, stop);
        var waiting = await db.TierProposals.CountAsync(one => one.WaitsFor != null, stop);
        return new(month, review is null ? null : new(review.AskedAt, review.SubmittedAt, review.SubmittedBy, review.ClosedAt, review.ClosedBy), rule.Review.Clause, [.. rule.Tiers.Select(tier => tier.Code)],
            await Rows(db, edition, shown, now, stop), waiting, dealers.Count > PageSize ? shown[^1].Code : null, TierRights.MayPropose(actor, rule.Review), TierRights.MayConfirm(actor, rule.Review));
    }

    private static IQueryable<Dealer> Dealers(PortalDb db, Query query, Actor actor)
    {
        var dealers = db.Dealers.AsNoTracking().SeenBy(actor);
        if (query.OnlyProposed) dealers = dealers.Where(dealer => db.TierProposals.Any(one => one.WaitsFor == dealer.Id));
        if (query.Text?.Trim() is { Length: > 0 } text) dealers = dealers.Where(dealer => dealer.Code.Contains(text) || dealer.Name.Contains(text));
        if (query.After is { } after) dealers = dealers.Where(dealer => dealer.Code.CompareTo(after) > 0);
        return dealers.OrderBy(dealer => dealer.Code).Take(PageSize + 1);
    }

    private static async Task<IReadOnlyList<Row>> Rows(PortalDb db, Edition edition, List<Dealer> dealers, Instant now, CancellationToken stop)
    {
        var (ids, today) = (dealers.Select(dealer => dealer.Id).ToArray(), edition.Calendar.DateOf(now));
        var since = today.PlusMonths(-FigureMonths);
        var sinceThen = edition.Calendar.At(since.AtMidnight());
        var standings = (await db.Standings(ids, today, stop)).ToDictionary(one => one.DealerId);
        var orders = await db.Orders.Where(one => ids.Contains(one.DealerId) && one.OrderedOn >= since).GroupBy(one => one.DealerId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, stop);
        var cases = await db.Complaints.Where(one => ids.Contains(one.DealerId) && one.FiledAt >= sinceThen).GroupBy(one => one.DealerId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, stop);
        var figures = await db.ByDealer(ids, edition.Cadences, today, since, stop);
        var proposals = (await db.TierProposals.AsNoTracking().Where(one => one.WaitsFor != null && ids.Contains(one.DealerId)).ToListAsync(stop)).ToDictionary(one => one.DealerId);
        // The planning itself, thrown away unsaved: what it shows is what confirming does.
        var preview = (await new Planning(db, edition, now, stop).For([.. proposals.Keys], proposals.ToDictionary(one => one.Key, one => one.Value.Tier))).ToDictionary(change => change.DealerId);
        return [.. dealers.Select(dealer => new Row(dealer.Id, dealer.Code, dealer.Name, dealer.Region, standings[dealer.Id].Tier ?? edition.Cadences.Otherwise.Value.Code, standings[dealer.Id].TierFrom,
            orders.GetValueOrDefault(dealer.Id), cases.GetValueOrDefault(dealer.Id), figures[dealer.Id].Owed, figures[dealer.Id].Reached, figures[dealer.Id].Answers, figures[dealer.Id].Satisfied,
            proposals.TryGetValue(dealer.Id, out var one) ? new(one.Id, one.Tier, one.Note, one.ProposedBy, Of(preview[dealer.Id].Before), Of(preview[dealer.Id].After)) : null))];
    }

    private static Dates? Of(Planning.Dates? dates) => dates is null ? null : new(dates.DueOn, dates.PlannedOn);
}
