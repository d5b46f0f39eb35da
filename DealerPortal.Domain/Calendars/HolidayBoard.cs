using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Calendars;

/// <summary>The years of public holidays that the company's calendar keeps: which are published, which only provisional, which came in through the portal.</summary>
public sealed class HolidayBoard(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    /// <param name="Country">Whose holidays are kept.</param>
    /// <param name="Years">This year and those around it, the latest first.</param>
    /// <param name="MayPublish">The reader may hand in a year.</param>
    public sealed record View(string Country, IReadOnlyList<Row> Years, bool MayPublish);

    /// <param name="IsPublished">By notice; otherwise only what the law fixes by itself is known.</param>
    /// <param name="Text">The year as it stands, in the form in which it is handed in.</param>
    public sealed record Row(int Year, bool IsPublished, string Text, Issue? Issue);

    /// <summary>How a year came in through the portal, the last time.</summary>
    public sealed record Issue(Instant At, string By, bool IsMoving);

    public static bool MaySee(Actor actor) => actor.IsAny(Role.Administrator, Role.Auditor);

    /// <summary>Null for whom it does not concern, and for a regulation whose calendar keeps no public holidays.</summary>
    public async Task<View?> For(Actor actor, CancellationToken stop)
    {
        if (!MaySee(actor) || book.Own.Last().Find<BusinessCalendar>() is not { Country: { } country } rule) return null;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var issues = (await db.PublishedYears.AsNoTracking().Where(year => year.Country == country).OrderBy(year => year.Place)
            .Select(year => new { year.Year, Issue = new Issue(year.PublishedAt, year.ByName, year.MovedAt == null) }).ToListAsync(stop)).ToLookup(one => one.Year, one => one.Issue);
        var (holidays, now) = (rule.Calendar.Rules.Holidays, rule.Calendar.DateOf(clock.GetCurrentInstant()).Year);
        return new(country, [.. Enumerable.Range(now - 1, 4).Where(year => year >= holidays.FirstYear && year <= holidays.LastYear).OrderDescending()
            .Select(year => new Row(year, !holidays.IsProvisional(year), HolidayText.Write(holidays.Of(year)), issues[year].LastOrDefault()))], actor.Administers);
    }
}
