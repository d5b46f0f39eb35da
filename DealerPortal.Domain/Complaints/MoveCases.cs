using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>A supervisor takes open cases over into another edition, having seen where their clocks would end. Each is a piece of work of its own.</summary>
public sealed class MoveCases(PortalWork work, PolicyBook book, IClock clock)
{
    /// <param name="To">The edition's name, in the cases' own pack.</param>
    public sealed record Request(IReadOnlyList<Seen> Cases, string To);

    /// <param name="Ends">The new ends that were shown, by clock; a case that would come out otherwise by now is not moved.</param>
    public sealed record Seen(Guid CaseId, IReadOnlyDictionary<string, Instant> Ends);

    /// <summary>The refusals by case; empty when all were moved, or stood there already.</summary>
    public async Task<Outcome<IReadOnlyDictionary<Guid, Refusal>>> Run(Request request, Actor actor, CancellationToken stop)
    {
        if (!actor.Is(Role.AfterSalesSupervisor)) return Refusal.NotAllowed;
        if (request.Cases.Count > EditionBoard.PageSize) return new Refusal("case.too-many", null, null, Fact.Number(EditionBoard.PageSize));
        if (book.Own.All(edition => edition.Name != request.To)) return Refusal.NotFound;

        var refused = new Dictionary<Guid, Refusal>();
        foreach (var seen in request.Cases.DistinctBy(one => one.CaseId))
            if ((await One(seen, request.To, actor, stop)).Refusal is { } refusal) refused[seen.CaseId] = refusal;
        return refused;
    }

    private Task<Outcome> One(Seen seen, string to, Actor actor, CancellationToken stop) => work.Do(actor, async db =>
    {
        if (await db.Complaints.SeenBy(actor, db).AsSplitQuery().SingleOrDefaultAsync(found => found.Id == seen.CaseId, stop) is not { } one) return Refusal.NotFound;
        if (one.Edition == to) return Outcome.Done;
        if (!one.IsOpen) return new Refusal("case.over-cannot-move");
        if (book.Find(one.Pack, to) is not { } edition) return Refusal.NotFound;
        if (one.DenyEdition(edition) is { } denied) return denied;
        var (now, terms) = (clock.GetCurrentInstant(), CaseClock.Terms.Of(book, one.Pack, to));
        if (!IsAsShown(one, terms, seen.Ends, now)) return new Refusal("case.moves-otherwise");

        var from = one.Edition;
        var moved = one.TakeOver(to, terms, actor, now);
        db.Note(new(Happening.CaseTakenOver, one.Id, one.DealerId, edition.Clocks.Of(Complaint.Plan).Clause, Fact.Of(one.Number), Fact.Of(from), Fact.Of(to)));
        foreach (var (each, old) in moved)
        {
            db.Note(new(Happening.ClockTakenOver, one.Id, one.DealerId, edition.Clocks.Of(each.Code).Clause, Fact.Of(one.Number), Fact.Word("clock." + each.Code), Fact.At(old), Fact.At(each.DueAt)));
            var news = new News($"case/{one.Id:N}/moved/{each.Round}/{each.Code}/{to}", NoticeKind.CaseClockMoved, one.Id, OpenCase.PathOf(one.Id), each.DueAt, Fact.Of(one.Number), Fact.Word("clock." + each.Code), Fact.At(old), Fact.At(each.DueAt));
            await db.TellDealer(one.DealerId, news, now, stop);
            if (one.OwnerId is { } owner && owner != actor.UserId) await db.TellUser(owner, news, now, stop);
        }
        OpenCase.Announce(db, one);
        return Outcome.Done;
    }, stop);

    private static bool IsAsShown(Complaint one, CaseClock.Terms terms, IReadOnlyDictionary<string, Instant> ends, Instant now)
    {
        var moving = one.Clocks.Where(each => each.IsOpen).Select(each => (each.Code, Due: each.WouldMoveTo(terms, now))).Where(each => each.Due is not null).ToDictionary(each => each.Code, each => each.Due!.Value);
        return moving.Count == ends.Count && moving.All(each => ends.TryGetValue(each.Key, out var shown) && shown == each.Value);
    }
}
