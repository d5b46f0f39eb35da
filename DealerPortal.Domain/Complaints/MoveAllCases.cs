using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;

namespace DealerPortal.Domain.Complaints;

/// <summary>A supervisor takes all open cases of one edition over into another, having seen in numbers what becomes of them. Those that cannot be moved stay.</summary>
public sealed class MoveAllCases(EditionMove moves, Sweep sweep, MoveAllSheet sheet, PolicyBook book)
{
    /// <param name="Seen">The numbers that were shown; where they come out otherwise by now, nothing is moved.</param>
    public sealed record Request(string From, string To, MoveAllSheet.View Seen);

    /// <summary>How many were moved, and how many were left because they failed. Interrupted, what is moved is moved, and the rest can be moved later.</summary>
    public async Task<Outcome<SweepCount>> Run(Request request, Actor actor, CancellationToken stop)
    {
        if (!actor.Is(Role.AfterSalesSupervisor)) return Refusal.NotAllowed;
        if (await sheet.For(request.From, request.To, actor, stop) is not { } now) return Refusal.NotFound;
        if (now != request.Seen) return new Refusal("case.moves-otherwise");

        var to = book.Own.First(edition => edition.Name == request.To);
        return await sweep.WalkTogether(
            db => MoveAllSheet.Looked(db, actor, to, request.From, now).Select(one => new Due { At = one.NextDueAt, Id = one.Id }),
            ids => moves.Do(ids, to, actor, (one, _) => one.IsOpen && one.Edition == request.From && one.DenyEdition(to) is null, stop), stop);
    }
}
