using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Calendars;

/// <summary>An administrator publishes a year of holidays, new or amended, after having seen what it moves. From then on new clocks follow it, and open ones are taken over.</summary>
public sealed class PublishYear(PortalWork work, PolicyBook book, KnownYears known, IClock clock)
{
    /// <param name="After">From the preview: what was published last then.</param>
    public sealed record Request(Guid Id, int Year, string Text, int After);

    public async Task<Outcome> Run(Request request, Actor actor, CancellationToken stop)
    {
        if (!actor.Administers) return Refusal.NotAllowed;
        if (book.Own.Last().Find<BusinessCalendar>() is not { Country: { } country } rule) return new Refusal("holidays.none-kept");
        var said = Fact.Of(request.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (request.Year < rule.Calendar.DateOf(clock.GetCurrentInstant()).Year) return new Refusal("holidays.past-year", null, "text", said);
        if (HolidayPreview.Read(country, request.Year, request.Text) is { Problems: [var first, ..] }) return new Refusal("holidays.unreadable", null, "text", Fact.Of(first.ToString()));

        var outcome = await work.Do(actor, async db =>
        {
            if (await db.PublishedYears.AnyAsync(year => year.Id == request.Id, stop)) return Outcome.Done;
            var last = await db.PublishedYears.MaxAsync(year => (int?)year.Place, stop) ?? 0;
            if (last != request.After) return new Refusal("holidays.changed-meanwhile");
            db.PublishedYears.Add(new(request.Id, last + 1, country, request.Year, request.Text, actor, clock.GetCurrentInstant()));
            db.Note(new(Happening.HolidayYearPublished, request.Id, null, rule.Head.Clause, said, Fact.Number(request.Text.Split('\n').Count(line => line.Contains("date:", StringComparison.Ordinal)))));
            db.Announce(Topics.Calendar);
            return Outcome.Done;
        }, stop);
        if (outcome.IsDone) await known.Read(stop);
        return outcome;
    }
}
