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
        BeginAgain(terms, now);
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
    public Outcome Close(Actor actor, Instant now) => Do(CaseVerb.Close, actor, now, () => End(actor, now));

    /// <summary>The follow-up callback reached the dealer, and he is content.</summary>
    public Outcome CloseByCall(Actor actor, Instant now) => State is CaseState.Closed ? Outcome.Done : Do(CaseVerb.CloseByCall, actor, now, () => End(actor, now));

    /// <summary>The follow-up callback reached the dealer, and he is not content: the same second handling as when he asks for it himself, also after the closing.</summary>
    public Outcome ReopenByCall(string why, CaseClock.Terms terms, Actor actor, Instant now) => Do(CaseVerb.ReopenByCall, actor, now, () =>
    {
        if (string.IsNullOrWhiteSpace(why)) return new("case.text-missing", null, "why");
        (ClosedAt, ClosedBy) = (null, null);
        BeginAgain(terms, now);
        return null;
    });

    private void BeginAgain(CaseClock.Terms terms, Instant now)
    {
        Round++;
        (Judgement, Cause, CauseClause, CauseNote, ConfirmedAt) = (null, null, null, null, null);
        clocks.Add(new(Plan, Round, terms, now));
    }

    private Refusal? End(Actor actor, Instant now)
    {
        FollowUpRequestedAt ??= now;
        (ClosedAt, ClosedBy) = (now, actor.Name);
        return null;
    }
}
