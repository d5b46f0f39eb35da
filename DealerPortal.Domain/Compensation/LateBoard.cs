using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Promises;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>Orders of which something is still owed, what ends first on top: a dealer's own, a region's, or all; with what each has earned so far.</summary>
public sealed class LateBoard(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    public const int PageSize = 50;

    /// <summary>Which of them.</summary>
    public enum Which
    {
        /// <summary>Whose earliest date has passed.</summary>
        Late,

        /// <summary>Whose earliest date is today.</summary>
        Today,

        /// <summary>Whose earliest date lies in the seven days from today on.</summary>
        Week,

        /// <summary>All that is owed.</summary>
        All,
    }

    /// <param name="Cause">Only this cause; <see cref="Undecided"/> for those without one; null for any.</param>
    /// <param name="Plant">Only this plant; null for any.</param>
    /// <param name="After">The last row of the page before; null for the first page.</param>
    public sealed record Question(Which Which = Which.Late, string? Cause = null, string? Plant = null, (LocalDate Due, Guid Id)? After = null);

    /// <summary>What stands for the cause of those that have none.</summary>
    public const string Undecided = "undecided";

    /// <param name="Groups">How many are late, by cause and plant, whatever the question narrows.</param>
    /// <param name="Next">Where the next page begins; null at the end.</param>
    public sealed record View(IReadOnlyList<Row> Rows, IReadOnlyList<Group> Groups, int Late, int Today, int Week, (LocalDate Due, Guid Id)? Next);

    /// <param name="Due">The end of the earliest date, exclusive.</param>
    /// <param name="DaysLate">Dates on which goods that can earn were late.</param>
    /// <param name="LateFamilies">Of what those goods are; what is due first may be of another family.</param>
    /// <param name="Pay">What they earn together, with the reasons of the last of them.</param>
    public sealed record Row(Guid OrderId, string Number, string Dealer, IReadOnlyList<string> Families, Instant Due, Instant Since, int DaysLate, IReadOnlyList<string> LateFamilies, Ruling<long>? Pay, string? Cause, string? Plant);

    public sealed record Group(string? Cause, string? Plant, int Orders);

    public async Task<View> For(Question question, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var now = clock.GetCurrentInstant();
        if (book.InForceAt(now).Value is not { } edition) return new([], [], 0, 0, 0, null);

        var today = edition.Calendar.DateOf(now);
        var seen = db.Promises.AsNoTracking().SeenBy(actor, db);
        var promises = await Narrow(seen, question, today).OrderBy(promise => promise.DueOn).ThenBy(promise => promise.Id).Take(PageSize + 1).ToListAsync(stop);
        var shown = promises.Take(PageSize).ToList();
        var ids = shown.Select(promise => promise.DealerId).Distinct().ToArray();
        var names = await db.Dealers.Where(dealer => ids.Contains(dealer.Id)).ToDictionaryAsync(dealer => dealer.Id, dealer => dealer.Name, stop);
        var late = seen.Where(promise => promise.DueOn < today);
        var groups = await late.GroupBy(promise => new { promise.Cause, promise.Plant }).Select(group => new Group(group.Key.Cause, group.Key.Plant, group.Count())).ToListAsync(stop);
        var week = today.PlusDays(6);
        return new(
            [.. (await LateOrders.Of(db, shown, book, stop)).Select(facts => Show(facts, names[facts.Promise.DealerId], today, now))], [.. groups.OrderByDescending(group => group.Orders)],
            groups.Sum(group => group.Orders), await seen.CountAsync(promise => promise.DueOn == today, stop), await seen.CountAsync(promise => promise.DueOn >= today && promise.DueOn <= week, stop),
            promises.Count > PageSize ? (shown[^1].DueOn!.Value, shown[^1].Id) : null);
    }

    private static IQueryable<Promise> Narrow(IQueryable<Promise> promises, Question question, LocalDate today)
    {
        var week = today.PlusDays(6);
        promises = question.Which switch
        {
            Which.Late => promises.Where(promise => promise.DueOn < today),
            Which.Today => promises.Where(promise => promise.DueOn == today),
            Which.Week => promises.Where(promise => promise.DueOn >= today && promise.DueOn <= week),
            _ => promises.Where(promise => promise.DueOn != null),
        };
        if (question.Cause is { } cause) promises = cause == Undecided ? promises.Where(promise => promise.Cause == null) : promises.Where(promise => promise.Cause == cause);
        if (question.Plant is { } plant) promises = promises.Where(promise => promise.Plant == plant);
        return question.After is (var due, var id) ? promises.Where(promise => promise.DueOn >= due && (promise.DueOn > due || promise.Id > id)) : promises;
    }

    private static Row Show(LateFacts facts, string dealer, LocalDate today, Instant now)
    {
        var (promise, (days, families, pay)) = (facts.Promise, facts.SoFar(today));
        return new(promise.Id, promise.Number, dealer, [.. promise.Open.Where(part => facts.Owed.OutstandingAt(part, now) > 0).Select(part => part.Family).Distinct()],
            facts.Edition.Calendar.EndOf(facts.DueOn(now) ?? promise.DueOn!.Value), promise.ConfirmedAt, days, families, pay, promise.Cause, promise.Plant);
    }
}
