using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>A dealer doubts a line of a statement: a complaint about its order is filed in the same save, with the dealer's words and the line's own particulars.</summary>
public sealed class QuestionLine(PortalWork work, FileComplaint file, PolicyBook book, IClock clock)
{
    /// <param name="CaseId">Made by the form, so that sending twice is once; becomes the case's id.</param>
    /// <param name="Line">What the line is, in the dealer's language: it stands in the case above his words.</param>
    public sealed record Request(Guid CaseId, Guid BatchId, Guid EntryId, string Line, string Text);

    public Task<Outcome<Guid>> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do<Guid>(actor, async db =>
        {
            if (await Statements.SeenBy(actor, db).SingleOrDefaultAsync(batch => batch.Id == request.BatchId, stop) is not { } batch) return Refusal.NotFound;
            if (!actor.MayActFor(batch.DealerId)) return Refusal.NotAllowed;
            if (await Entry(db, batch.Id, request.EntryId, stop) is not { } entry) return Refusal.NotFound;
            if (await db.LineQuestions.SingleOrDefaultAsync(asked => asked.EntryId == entry.Id, stop) is { } asked)
                return asked.Id == request.CaseId ? asked.Id : new Refusal("statement.line-questioned", null, null, Fact.Of(asked.CaseNumber));
            if (string.IsNullOrWhiteSpace(request.Text)) return new Refusal("statement.question-missing", null, "question");
            var now = clock.GetCurrentInstant();
            var inForce = book.InForceAt(now);
            if (inForce.Value is not { } edition) return inForce.Refusal!;
            if (edition.Problems.OfLateDelivery is not { } problem) return new Refusal("statement.no-category");

            var form = new DraftForm { Source = CaseSource.Dealer, Category = problem.Code, OrderId = entry.OrderId, Description = $"{request.Line}\n{request.Text.Trim()}" };
            var filed = await file.In(db, new(request.CaseId, batch.DealerId, form), actor, stop);
            if (!filed.IsDone) return filed;
            // An id that is another case's already is nobody's question.
            if (db.Complaints.Local.SingleOrDefault(one => one.Id == request.CaseId) is not { } one) return Refusal.NotFound;
            db.LineQuestions.Add(new(one.Id, one.Number, batch, entry.Id, actor, now));
            Fact[] facts = [Fact.Of(entry.OrderNumber!), Fact.On(entry.Date), Fact.Fen(entry.Fen), Fact.Of(one.Number)];
            BatchNews.Note(db, batch, Happening.LineQuestioned, isInternal: false, facts);
            await db.TellRole(Role.Finance, null, new($"question/{one.Id:N}", NoticeKind.LineQuestioned, batch.Id, BatchNews.PathOf(batch.Id), null, [Fact.Of(batch.Number), .. facts]), now, stop);
            await BatchNews.Announce(db, batch, stop);
            return one.Id;
        }, stop);

    private static Task<LedgerEntry?> Entry(PortalDb db, Guid batchId, Guid entryId, CancellationToken stop) =>
        db.Ledger.AsNoTracking().SingleOrDefaultAsync(entry => entry.Id == entryId && db.BatchLines.Any(line => line.BatchId == batchId && line.EntryId == entryId && line.ReleasedAt == null), stop);
}
