using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>What would become of all open cases of one edition on another one, in numbers. Changes nothing.</summary>
public sealed class MoveAllSheet(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    /// <summary>As many are looked at, and moved, in one go; whoever has more goes again.</summary>
    public const int AtMost = 5_000;

    private const int Batch = 500;

    /// <param name="Cases">How many can be moved.</param>
    /// <param name="Ends">How many clocks of theirs would end at another time.</param>
    /// <param name="OverThen">How many of those would have run out already.</param>
    /// <param name="Barred">How many cases cannot be moved.</param>
    /// <param name="Through">The last case that was looked at.</param>
    /// <param name="IsMore">There are more cases behind it.</param>
    public sealed record View(int Cases, int Ends, int OverThen, int Barred, EditionBoard.Cursor? Through, bool IsMore);

    /// <summary>Null for whoever may not move them, and where there is no such edition.</summary>
    public async Task<View?> For(string from, string to, Actor actor, CancellationToken stop)
    {
        if (!actor.Is(Role.AfterSalesSupervisor) || from == to || book.Own.FirstOrDefault(one => one.Name == to) is not { } target) return null;
        var (now, total) = (clock.GetCurrentInstant(), new View(0, 0, 0, 0, null, false));
        while (true)
        {
            var cases = await Next(from, target, actor, total.Through, stop);
            if (cases.Count == 0 || total.Cases + total.Barred >= AtMost) return total with { IsMore = cases.Count > 0 };
            foreach (var one in cases) total = Add(total, one, target, now);
        }
    }

    /// <summary>The open cases of an edition that were looked at.</summary>
    internal static IQueryable<Complaint> Looked(PortalDb db, Actor actor, Edition to, string from, View seen) =>
        seen.Through is { Due: var due, Id: var id } ? EditionBoard.On(db, actor, to.Pack, from).Where(one => one.NextDueAt <= due && (one.NextDueAt < due || one.Id <= id)) : EditionBoard.On(db, actor, to.Pack, from).Where(_ => false);

    private async Task<List<Complaint>> Next(string from, Edition to, Actor actor, EditionBoard.Cursor? after, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await EditionBoard.Behind(EditionBoard.On(db, actor, to.Pack, from), after).OrderBy(one => one.NextDueAt).ThenBy(one => one.Id).Take(Batch).WithClocks().ToListAsync(stop);
    }

    private View Add(View total, Complaint one, Edition to, Instant now)
    {
        total = total with { Through = new(one.NextDueAt, one.Id) };
        if (one.DenyEdition(to) is not null) return total with { Barred = total.Barred + 1 };
        var terms = CaseClock.Terms.Of(book, one.Pack, to.Name);
        var ends = one.Clocks.Where(each => each.IsOpen).Select(each => each.WouldMoveTo(terms, now)).Where(end => end is not null).ToList();
        return total with { Cases = total.Cases + 1, Ends = total.Ends + ends.Count, OverThen = total.OverThen + ends.Count(end => end <= now) };
    }
}
