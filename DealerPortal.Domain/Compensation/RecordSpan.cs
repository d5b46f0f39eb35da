using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>After-sales or the order follow-up records that dates are excused, and asks those whose consent the regulation wants. Until they gave it nothing changes.</summary>
public sealed class RecordSpan(PortalWork work, PolicyBook book, PortalSettings settings, IClock clock)
{
    /// <param name="SpanId">As <see cref="BeginSpan"/> gave it, with the documents that hang on it; sending twice is once.</param>
    /// <param name="Documents">What proves it, one a line; may be empty where documents hang on it.</param>
    /// <param name="OrderNumber">Where one order is meant.</param>
    public sealed record Request(
        Guid SpanId, ExcuseScope Scope, string? OrderNumber, string? Region, string? Carrier, string Reason, LocalDate First, LocalDate Last, string Description, string Documents);

    public static bool MayRecord(Actor actor) => !actor.IsRegional && actor.IsAny(Role.AfterSalesAgent, Role.AfterSalesSupervisor, Role.OrderFollowUp);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (!MayRecord(actor)) return Refusal.NotAllowed;
            if (await db.ExcusedSpans.AnyAsync(span => span.Id == request.SpanId, stop)) return Outcome.Done;
            var now = clock.GetCurrentInstant();
            var inForce = book.InForceAt(now);
            if (inForce.Value is not { } edition) return inForce.Refusal!;
            var read = await SpanForm.Read(db, request, edition, settings, now, stop);
            if (read.Value is not { } said) return read.Refusal!;

            var approval = Guid.CreateVersion7();
            var span = new ExcusedSpan(request.SpanId, said.Facts, approval, actor, now);
            db.ExcusedSpans.Add(span);
            db.SpanDrafts.RemoveRange(await db.SpanDrafts.Where(draft => draft.Id == span.Id).ToListAsync(stop));
            var clause = edition.LatePay.Excuses.Clause;
            db.Note(new(Happening.SpanRecorded, span.Id, null, clause, Fact.Word("excuse." + span.Reason), Fact.On(span.FirstDate), Fact.On(span.LastDate), said.Where));
            await db.Ask(new ApprovalRequest(approval, SpanApprovals.Of(span, said, clause, await SpanReach.Earned(db, said.Facts).CountAsync(stop), await db.Photos.CountAsync(photo => photo.Subject == span.Id, stop)),
                [.. edition.LatePay.Excuses.Approvals.Select(Approvers.RoleOf)], actor, now, edition.Calendar.AddOpenTime(now, edition.Chains.RemindAfter)), now, stop);
            return Outcome.Done;
        }, stop);
}
