using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using DealerPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Calendars;

/// <summary>What a year of holidays would change if it were published now: days, the ends of open clocks, and the dates of open callbacks. Changes nothing.</summary>
public sealed class HolidayPreview(IDbContextFactory<PortalDb> contexts, PolicyBook book, MovingClocks moving, IClock clock)
{
    /// <param name="Problems">What is wrong in the text, each with its place; nothing else is known while there are any.</param>
    /// <param name="Days">The days that would change between working and not.</param>
    /// <param name="After">The year published last when this was reckoned: publishing asks for it again.</param>
    public sealed record View(IReadOnlyList<PackProblem> Problems, IReadOnlyList<DayChange> Days, MovingClocks.Found Clocks, MovingCallbacks.Found Callbacks, int After);

    public sealed record DayChange(LocalDate Date, string? Name, bool IsWorking);

    public async Task<Outcome<View>> Run(int year, string text, Actor actor, CancellationToken stop)
    {
        if (!actor.Administers) return Refusal.NotAllowed;
        var handedIn = Read(book, year, text, clock.GetCurrentInstant());
        if (handedIn.Value is not { } read) return handedIn.Refusal!;
        if (read.Year is not { } known) return new View(read.Problems, [], MovingClocks.Found.Nothing, MovingCallbacks.Found.Nothing, 0);

        await using var db = await contexts.CreateDbContextAsync(stop);
        var after = await db.PublishedYears.MaxAsync(one => (int?)one.Place, stop) ?? 0;
        var supposed = book.Supposing(read.Rule.Country!, known);
        return new View([], [.. Changes(read.Rule.Calendar, read.Rule.Calendar.With(known), year)], await moving.Under(supposed, stop), await MovingCallbacks.Under(db, supposed, clock.GetCurrentInstant(), stop), after);
    }

    /// <param name="Rule">The company's calendar, which keeps a country's holidays.</param>
    /// <param name="Year">Null while there are problems.</param>
    internal sealed record HandedIn(BusinessCalendar Rule, HolidayYear? Year, IReadOnlyList<PackProblem> Problems);

    /// <summary>What was handed in, read once; refused for a calendar without public holidays, and for a year that is over.</summary>
    internal static Outcome<HandedIn> Read(PolicyBook book, int year, string text, Instant now)
    {
        if (book.Own.Last().Find<BusinessCalendar>() is not { Country: { } country } rule) return new Refusal("holidays.none-kept");
        if (year < rule.Calendar.DateOf(now).Year) return new Refusal("holidays.past-year", null, "text", Said(year));
        try
        {
            return new HandedIn(rule, PackReader.ReadHolidays(KnownYears.NameOf(country, year), text), []);
        }
        catch (PackException wrong)
        {
            return new HandedIn(rule, null, wrong.Problems);
        }
    }

    /// <summary>A year as text, so that no thousands separator comes into it.</summary>
    internal static Fact Said(int year) => Fact.Of(year.ToString(System.Globalization.CultureInfo.InvariantCulture));

    // A year's notice may decide the December before it as well.
    private static IEnumerable<DayChange> Changes(WorkingCalendar before, WorkingCalendar after, int year)
    {
        for (var day = new LocalDate(year - 1, 12, 1); day.Year <= year; day = day.PlusDays(1))
            if (before.IsWorkingDay(day) != after.IsWorkingDay(day)) yield return new(day, (after.Published(day) ?? before.Published(day))?.Name, after.IsWorkingDay(day));
    }
}
