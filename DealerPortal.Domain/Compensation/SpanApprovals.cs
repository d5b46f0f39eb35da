using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>What follows when an excused span is granted or refused. The ledger follows in the next minute, order by order.</summary>
public sealed class SpanApprovals : IApprovalSubject
{
    public const string Question = "excused-span";

    public bool Asks(string kind) => kind == Question;

    public async Task<Outcome> Settled(PortalDb db, ApprovalRequest request, Actor actor, Instant now, CancellationToken stop)
    {
        var span = await db.ExcusedSpans.SingleAsync(span => span.Id == request.Subject, stop);
        if (span.SettledAt is not null) return Outcome.Done;
        span.Settle(request.IsGranted, now);
        db.Note(new(request.IsGranted ? Happening.SpanGranted : Happening.SpanRefused, span.Id, null, Clause.Parse(request.Clause),
            Fact.Word("excuse." + span.Reason), Fact.On(span.FirstDate), Fact.On(span.LastDate)));
        db.Announce(Topics.Staff);
        return Outcome.Done;
    }

    /// <summary>What those who consent are shown.</summary>
    /// <param name="earned">How many orders have earned on its dates, and would have that taken back.</param>
    /// <param name="photos">How many photos of documents hang on it.</param>
    internal static Question Of(ExcusedSpan span, SpanForm.Said said, Clause clause, int earned, int photos) => new(Question, span.Id, said.DealerId, said.Region, "/late/excused", clause,
    [
        new("span.dates", Fact.Word("excuse." + span.Reason), Fact.On(span.FirstDate), Fact.On(span.LastDate)),
        new("span.scope", Fact.Word("span-scope." + span.Scope), said.Where),
        new("span.because", Fact.Of(span.Description)),
        .. span.Documents.Length == 0 ? [] : new Step[] { new("span.documents", Fact.Of(span.Documents)) },
        .. photos == 0 ? [] : new Step[] { new("span.photos", Fact.Number(photos)) },
        new("span.takes-back", Fact.Number(earned)),
    ]);
}
