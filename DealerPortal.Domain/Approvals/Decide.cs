using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Approvals;

/// <summary>Somebody consents to, or refuses, exactly what was shown.</summary>
public sealed class Decide(PortalWork work, PolicyBook book, IClock clock, IEnumerable<IApprovalSubject> subjects)
{
    /// <param name="Place">The link of the chain that was shown as the one to decide.</param>
    /// <param name="ShownHash">The hash that came with what was shown: a changed question asks again.</param>
    public sealed record Request(Guid RequestId, int Place, string ShownHash, bool Consents, string? Note = null);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            var now = clock.GetCurrentInstant();
            var regions = actor.Regions.ToArray();
            if (!actor.IsStaff || await db.ApprovalRequests.SingleOrDefaultAsync(asked => asked.Id == request.RequestId && (regions.Length == 0 || asked.Region == "" || regions.Contains(asked.Region)), stop) is not { } question)
                return Refusal.NotFound;

            var before = question.Next?.Place;
            var outcome = question.Decide(new(request.Place, request.ShownHash, request.Consents, request.Note), actor, await Seats.Of(db, actor, now, stop), now);
            if (!outcome.IsDone || question.Next?.Place == before) return outcome;

            var subject = subjects.FirstOrDefault(one => one.Asks(question.Kind));
            Note(db, question, request, subject is { IsPrivate: true } ? "" : request.Note ?? "");
            if (question.Result is null)
            {
                StartAnew(question, now);
                await ApprovalNews.TellNext(db, question, now, stop);
                return outcome;
            }
            await ApprovalNews.TellAsker(db, question, now, stop);
            return subject is not null ? await subject.Settled(db, question, actor, now, stop) : outcome;
        }, stop);

    // The next link is reminded after a time of its own, not after what is left of the last one's.
    private void StartAnew(ApprovalRequest question, Instant now)
    {
        if (question.NextReminderAt is null) return;
        var clause = Clause.Parse(question.Clause);
        var edition = book.Edition(clause.Pack, clause.Edition);
        question.RemindAt(edition.Calendar.AddOpenTime(now, edition.Chains.RemindAfter));
    }

    private static void Note(PortalDb db, ApprovalRequest question, Request request, string said)
    {
        var link = question.Consents.Single(consent => consent.Place == request.Place);
        db.Note(new(request.Consents ? Happening.ApprovalGiven : Happening.ApprovalRefused, question.Subject, null, Clause.Parse(question.Clause),
            Fact.Word($"approval.kind.{question.Kind}"), Fact.Word($"role.{link.Role}"), Fact.Of(link.InPlaceOf ?? ""), Fact.Of(said)));
        ApprovalNews.Announce(db, question);
    }
}
