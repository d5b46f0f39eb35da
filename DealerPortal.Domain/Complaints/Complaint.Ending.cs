using DealerPortal.Domain.Accounts;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <content>The dealer's last word, or a second handling, and the closing.</content>
public sealed partial class Complaint
{
    public Instant? ConfirmedAt { get; private set; }

    /// <summary>When a callback was asked for, to hear how it went. Whoever plans callbacks reads it.</summary>
    public Instant? FollowUpRequestedAt { get; private set; }

    public Instant? ClosedAt { get; private set; }

    public string? ClosedBy { get; private set; }

    public Outcome Confirm(Actor actor, Instant now) => Do(CaseVerb.Confirm, actor, now, () =>
    {
        ConfirmedAt = now;
        return null;
    });

    /// <summary>The dealer is not content: a second handling begins, with clocks of its own. What was done before stays on record.</summary>
    public Outcome AskAgain(string why, CaseClock.Terms terms, Actor actor, Instant now) => Do(CaseVerb.AskAgain, actor, now, () =>
    {
        if (string.IsNullOrWhiteSpace(why)) return new("case.text-missing", null, "why");
        Round++;
        (Judgement, Cause, CauseClause, CauseNote, ConfirmedAt) = (null, null, null, null, null);
        clocks.Add(new(Plan, Round, terms, now));
        return null;
    });

    public Outcome RequestFollowUp(Actor actor, Instant now) =>
        FollowUpRequestedAt is not null && LastVerb is CaseVerb.RequestFollowUp ? Outcome.Done
        : Do(CaseVerb.RequestFollowUp, actor, now, () =>
        {
            FollowUpRequestedAt = now;
            return null;
        });

    /// <summary>Closes it. A closed complaint also gets its follow-up callback.</summary>
    public Outcome Close(Actor actor, Instant now) => Do(CaseVerb.Close, actor, now, () =>
    {
        FollowUpRequestedAt ??= now;
        (ClosedAt, ClosedBy) = (now, actor.Name);
        return null;
    });
}
