using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>What a follow-up callback makes of the case it asked about, inside the callback's own piece of work: closed where the dealer is content, opened again where he is not.</summary>
public sealed class FollowUpCall(PolicyBook book)
{
    /// <summary>The states in which a case is settled as far as the company is concerned, and the dealer's word on it is due.</summary>
    public static IReadOnlyList<CaseState> Settled { get; } = [CaseState.Resolved, CaseState.NotFounded, CaseState.Confirmed, CaseState.Closed];

    /// <param name="Round">The handling that was asked about; another one has begun meanwhile where it is not the case's own.</param>
    /// <param name="Why">What is not in order; null where the dealer is content.</param>
    public sealed record Word(Guid CaseId, int Round, Guid MessageId, string? Why);

    internal async Task<Outcome> Hear(PortalDb db, Word word, Actor actor, Instant now, CancellationToken stop)
    {
        if (await db.Complaints.SeenBy(actor, db).AsSplitQuery().SingleOrDefaultAsync(one => one.Id == word.CaseId, stop) is not { } one) return Refusal.NotFound;
        // The dealer asked again himself, or somebody reopened it: what he says now belongs to that handling.
        if (one.Round != word.Round || !Settled.Contains(one.State)) return Outcome.Done;
        var open = new OpenCase(one, book, db, actor, now, stop);
        return word.Why is { } why ? await Reopen(open, word.MessageId, why) : Close(open);
    }

    private static Outcome Close(OpenCase open)
    {
        var outcome = open.Case.CloseByCall(open.Actor, open.Now);
        if (outcome.IsDone && open.IsChanged) open.Note(Happening.CaseClosedByCall);
        return outcome;
    }

    private static async Task<Outcome> Reopen(OpenCase open, Guid messageId, string why)
    {
        var outcome = open.Case.ReopenByCall(why, open.Terms, open.Actor, open.Now);
        if (!outcome.IsDone || !open.IsChanged) return outcome;
        open.With(Fact.Of(why.Trim())).Note(Happening.CaseReopenedByCall);
        open.Db.CaseMessages.Add(new(messageId, open.Case, why.Trim(), isInternal: false, open.Actor, open.Now));
        await open.TellOwner(NoticeKind.CaseDealerSaid, open.Case.RunningClock?.DueAt, Fact.Word("verb.ReopenByCall"));
        return outcome;
    }
}
