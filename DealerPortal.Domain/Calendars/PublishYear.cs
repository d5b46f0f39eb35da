using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Calendars;

/// <summary>An administrator publishes a year of holidays, new or amended, after having seen what it moves. From then on new clocks follow it, and open ones are taken over.</summary>
public sealed class PublishYear(PortalWork work, PolicyBook book, KnownYears years, IClock clock)
{
    /// <param name="After">From the preview: what was published last then.</param>
    public sealed record Request(Guid Id, int Year, string Text, int After);

    public async Task<Outcome> Run(Request request, Actor actor, CancellationToken stop)
    {
        if (!actor.Administers) return Refusal.NotAllowed;
        var handedIn = HolidayPreview.Read(book, request.Year, request.Text, clock.GetCurrentInstant());
        if (handedIn.Value is not { } read) return handedIn.Refusal!;
        if (read.Year is not { } known) return new Refusal("holidays.unreadable", null, "text", Fact.Of(read.Problems[0].ToString()));

        var outcome = await work.Do(actor, async db =>
        {
            if (await db.PublishedYears.AnyAsync(year => year.Id == request.Id, stop)) return Outcome.Done;
            var last = await db.PublishedYears.MaxAsync(year => (int?)year.Place, stop) ?? 0;
            if (last != request.After) return new Refusal("holidays.changed-meanwhile");
            db.PublishedYears.Add(new(request.Id, last + 1, read.Rule.Country!, request.Year, request.Text, actor, clock.GetCurrentInstant()));
            db.Note(new(Happening.HolidayYearPublished, request.Id, null, read.Rule.Head.Clause, HolidayPreview.Said(request.Year), Fact.Number(known.Days.Length)));
            db.Announce(Topics.Calendar);
            return Outcome.Done;
        }, stop);
        if (outcome.IsDone) await years.Read(stop);
        return outcome;
    }
}
