using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>The callback that asks about a settled case, for whoever reads the case: that one is planned, and for those who see callbacks when and by whom.</summary>
public sealed class FollowUpSheet(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    /// <param name="State">Null while the case waits for the next morning's planning.</param>
    /// <param name="IsContent">The dealer's word on the case; null until he was reached.</param>
    /// <param name="Survey">The dealer's own open survey, in which he can answer at once; null without one.</param>
    /// <param name="Call">Null for whoever does not see callbacks: a dealer knows that he is called, and no more.</param>
    public sealed record View(CallbackState? State, bool? IsContent, Guid? Survey, Planned? Call);

    public sealed record Planned(Guid Id, LocalDate PlannedOn, Instant? CallAt, Ruling<LocalDate> Due, string? Assistant);

    /// <summary>Null where no call asks about the case, and for "not there", "not yours" and a dealer who is never called.</summary>
    public async Task<View?> For(Guid caseId, Actor actor, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (book.InForceAt(now).Value is not { } edition || edition.Find<CallbackCadences>() is not { } rule) return null;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var today = edition.Calendar.DateOf(now);
        var call = await db.CallsToMakeOrMade(rule, today).AsNoTracking().SeenBy(actor, db).Include(one => one.FollowUps).Where(one => one.FollowUps.Any(asked => asked.CaseId == caseId))
            .OrderByDescending(one => one.PlannedAt).FirstOrDefaultAsync(stop);
        if (await db.CasesToAskAbout().SeenBy(actor, db).Where(one => one.Id == caseId).Select(one => (Guid?)one.DealerId).SingleOrDefaultAsync(stop) is { } waiting)
            return await db.MayBeCalled(waiting, rule, today, stop) ? new(null, null, null, null) : null;
        if (call is null) return null;

        var asked = call.FollowUps.Where(one => one.CaseId == caseId).MaxBy(one => one.Round)!;
        var sees = CallbackRights.MaySee(actor) || GiveNumber.MayGive(actor);
        return new(call.State, asked.IsContent, actor.IsDealer && call is { IsOpen: true, LinkSentAt: not null } ? call.Id : null,
            sees ? new(call.Id, call.PlannedOn, call.CallAt, call.Due, call.AssistantName) : null);
    }
}
