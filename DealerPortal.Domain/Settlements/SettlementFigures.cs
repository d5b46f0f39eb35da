using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>What lateness cost over the last twelve months: by month, by region, by cause. Sums of the ledger, reversals taken off.</summary>
public sealed class SettlementFigures(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    /// <param name="Months">Twelve, the present one last.</param>
    /// <param name="Regions">By what they cost, most first.</param>
    /// <param name="Causes">By what they cost, most first; null where nobody has decided.</param>
    public sealed record View(IReadOnlyList<Month> Months, IReadOnlyList<Share> Regions, IReadOnlyList<Share> Causes)
    {
        public long EarnedFen => Months.Sum(month => month.EarnedFen);

        public long PaidFen => Months.Sum(month => month.PaidFen);
    }

    /// <param name="EarnedFen">Of the late dates of the month.</param>
    /// <param name="PaidFen">On the dates of the month.</param>
    public sealed record Month(YearMonth In, long EarnedFen, long PaidFen);

    public sealed record Share(string? Code, long Fen);

    /// <summary>Null for whoever does not see settlements.</summary>
    public async Task<View?> For(Actor actor, CancellationToken stop)
    {
        if (!actor.IsStaff || !Statements.MayRead(actor) || book.InForceAt(clock.GetCurrentInstant()).Value is not { } edition) return null;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var last = edition.Calendar.DateOf(clock.GetCurrentInstant()).ToYearMonth();
        var (from, to) = (last.PlusMonths(-11).OnDayOfMonth(1), last.PlusMonths(1).OnDayOfMonth(1));
        var entries = db.Ledger.AsNoTracking().SeenBy(actor, db).Where(entry => entry.Date >= from && entry.Date < to);
        var days = await entries.GroupBy(entry => new { entry.Date, IsPaid = entry.Kind == EntryKind.Settle })
            .Select(day => new { day.Key.Date, day.Key.IsPaid, Fen = day.Sum(entry => entry.Fen) }).ToListAsync(stop);
        var earned = entries.Where(entry => entry.Kind != EntryKind.Settle);
        var regions = await (from entry in earned join dealer in db.Dealers on entry.DealerId equals dealer.Id group entry by dealer.Region into one select new { one.Key, Fen = one.Sum(entry => entry.Fen) }).ToListAsync(stop);
        var causes = await (from entry in earned join promise in db.Promises on entry.OrderId equals (Guid?)promise.Id group entry by promise.Cause into one select new { one.Key, Fen = one.Sum(entry => entry.Fen) }).ToListAsync(stop);
        var months = Enumerable.Range(-11, 12).Select(last.PlusMonths).Select(month => new Month(month,
            days.Where(day => !day.IsPaid && day.Date.ToYearMonth() == month).Sum(day => day.Fen), -days.Where(day => day.IsPaid && day.Date.ToYearMonth() == month).Sum(day => day.Fen)));
        return new([.. months],
            [.. regions.Select(one => new Share(one.Key, one.Fen)).OrderByDescending(one => one.Fen)], [.. causes.Where(one => one.Fen != 0).Select(one => new Share(one.Key, one.Fen)).OrderByDescending(one => one.Fen)]);
    }
}
