using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Hotline;

/// <summary>The calls that were taken, newest first, for the desk and the auditor.</summary>
public sealed class CallList(IDbContextFactory<PortalDb> contexts)
{
    public const int PageSize = 40;

    public sealed record View(IReadOnlyList<Row> Rows, Cursor? Next);

    public sealed record Row(Guid Id, CallKind Kind, Guid? DealerId, string? Dealer, string Caller, string Number, string Text, string By, Instant At, Guid? CaseId);

    /// <summary>The last call of the page before.</summary>
    public sealed record Cursor(Instant At, Guid Id);

    public static bool IsFor(Actor actor) => Call.MayTake(actor) || actor.Is(Role.Auditor);

    public async Task<View> For(CallKind? kind, Cursor? after, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var calls = db.Calls.AsNoTracking().SeenBy(actor);
        if (kind is not null) calls = calls.Where(call => call.Kind == kind);
        if (after is { At: var at, Id: var id }) calls = calls.Where(call => call.At <= at && (call.At < at || call.Id < id));
        var rows = await calls.OrderByDescending(call => call.At).ThenByDescending(call => call.Id).Take(PageSize + 1)
            .Select(call => new Row(call.Id, call.Kind, call.DealerId, db.Dealers.Where(dealer => dealer.Id == call.DealerId).Select(dealer => dealer.Name).FirstOrDefault(),
                call.CallerName, call.Number, call.Text, call.TakenByName, call.At, call.CaseId)).ToListAsync(stop);
        return new([.. rows.Take(PageSize)], rows.Count > PageSize ? new(rows[PageSize - 1].At, rows[PageSize - 1].Id) : null);
    }
}
