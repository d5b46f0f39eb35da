using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>A supervisor takes open cases over into another edition, having seen where their clocks would end. Each is a piece of work of its own.</summary>
public sealed class MoveCases(EditionMove moves, PolicyBook book)
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
        if (book.Own.FirstOrDefault(edition => edition.Name == request.To) is not { } to) return Refusal.NotFound;

        var refused = new Dictionary<Guid, Refusal>();
        foreach (var seen in request.Cases.DistinctBy(one => one.CaseId))
            if ((await moves.Do([seen.CaseId], to, actor, (one, now) => Judge(one, to, seen.Ends, now), stop)).Refusal is { } refusal) refused[seen.CaseId] = refusal;
        return refused;
    }

    private Outcome<bool> Judge(Complaint one, Edition to, IReadOnlyDictionary<string, Instant> ends, Instant now)
    {
        if (!one.IsOpen) return new Refusal("case.over-cannot-move");
        if (one.Pack != to.Pack) return Refusal.NotFound;
        if (one.DenyEdition(to) is { } denied) return denied;
        return IsAsShown(one, CaseClock.Terms.Of(book, one.Pack, to.Name), ends, now) ? Outcome.Of(true) : new Refusal("case.moves-otherwise");
    }

    private static bool IsAsShown(Complaint one, CaseClock.Terms terms, IReadOnlyDictionary<string, Instant> ends, Instant now)
    {
        var moving = one.Clocks.Where(each => each.IsOpen).Select(each => (each.Code, Due: each.WouldMoveTo(terms, now))).Where(each => each.Due is not null).ToDictionary(each => each.Code, each => each.Due!.Value);
        return moving.Count == ends.Count && moving.All(each => ends.TryGetValue(each.Key, out var shown) && shown == each.Value);
    }
}
