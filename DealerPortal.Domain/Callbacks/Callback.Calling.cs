using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <content>The call itself: five ways it can go, each with its own effect.</content>
public sealed partial class Callback
{
    /// <summary>How far ahead a dealer may ask to be called again.</summary>
    public static readonly Duration FarthestAhead = Duration.FromDays(31);

    /// <summary>Nobody answered: again on the next working day. The due date stays what it is.</summary>
    public Outcome NotReached(Call call, Actor by, Edition edition, Instant now) => Try(call, CallOutcome.NotReached, by, now, () =>
    {
        (CallAt, LateFrom) = (null, DueEnds);
        PlannedOn = edition.Calendar.WorkingDayAfter(edition.Calendar.DateOf(now), 1);
        return null;
    });

    /// <summary>The dealer named a time: until then it is not late, and from then on it is.</summary>
    public Outcome CallAgain(Call call, Instant at, Actor by, Edition edition, Instant now) => Try(call, CallOutcome.CallAgain, by, now, () =>
    {
        if (at <= now || at > now + FarthestAhead) return new("callback.time", null, "call-at", Fact.Number(FarthestAhead.Days));
        (CallAt, LateFrom) = (at, at);
        PlannedOn = edition.Calendar.DateOf(at);
        return null;
    });

    /// <summary>The number is not the dealer's. It waits for the right one, and stays owed.</summary>
    public Outcome WrongNumber(Call call, Actor by, Instant now) => Try(call, CallOutcome.WrongNumber, by, now, () =>
    {
        (State, CallAt, LateFrom) = (CallbackState.NumberWanted, null, DueEnds);
        return null;
    });

    /// <summary>There is a number again: back on today's list.</summary>
    public Outcome NumberGiven(Edition edition, Instant now)
    {
        if (State is not CallbackState.NumberWanted) return IsOpen ? Outcome.Done : new Refusal("callback.over");
        State = CallbackState.Open;
        PlannedOn = edition.Calendar.WorkingDayOnOrAfter(edition.Calendar.DateOf(now));
        return Outcome.Done;
    }

    /// <summary>The dealer does not want to be asked. It ends unreached; whether the interval begins anew says the rule.</summary>
    public Outcome Refuse(Call call, Actor by, Edition edition, Instant now) => Try(call, CallOutcome.Refused, by, now, () =>
    {
        var today = edition.Calendar.DateOf(now);
        Made(by);
        End(CallbackState.Refused, now, today);
        // What he was to be asked about cases stays with this call, so that nobody asks him again tomorrow; where the call stays owed, it is asked with the next.
        if (edition.Cadences.Refused.Value) CountsFrom = today;
        else followUps.RemoveAll(one => one.IsContent is null);
        return null;
    });

    /// <summary>The dealer was reached and gave his answers, on the phone or by himself.</summary>
    public Outcome Reach(Call call, Talk talk, Actor by, Edition edition, Instant now) => Try(call, CallOutcome.Reached, by, now, () =>
    {
        if (Check(talk, edition.Survey) is { } missing) return missing;
        var today = edition.Calendar.DateOf(now);
        answers.AddRange(talk.Answers.Where(said => said.Score is not null || !string.IsNullOrWhiteSpace(said.Words))
            .Select(said => new SurveyAnswer(Id, said.Question, said.Score, said.Score is { } score && edition.Survey.IsSatisfied(score), said.Words?.Trim())));
        foreach (var word in talk.Cases) followUps.Single(one => one.CaseId == word.CaseId).Hear(word.Why is null);
        Channel = by.IsDealer ? CallChannel.Portal : CallChannel.Phone;
        Made(by);
        End(CallbackState.Reached, now, today);
        CountsFrom = today;
        return null;
    });

    /// <summary>The dealer told of something new in the call, and it became this case.</summary>
    public void Opened(Guid caseId) => OpenedCase = caseId;

    /// <summary>The dealer is asked to answer in the portal.</summary>
    public Outcome SendLink(Instant now)
    {
        if (!IsOpen) return new Refusal("callback.over");
        LinkSentAt ??= now;
        return Outcome.Done;
    }

    private Outcome Try(Call call, CallOutcome outcome, Actor by, Instant now, Func<Refusal?> act)
    {
        if (attempts.Exists(one => one.Id == call.AttemptId)) return Outcome.Done;
        if (!IsOpen) return new Refusal("callback.over");
        if (act() is { } refusal) return refusal;
        attempts.Add(new(call.AttemptId, Id, outcome, call.Note, by, now));
        return Outcome.Done;
    }

    private Refusal? Check(Talk talk, CallbackSurvey survey)
    {
        var asked = survey.Questions.ToDictionary(question => question.Code);
        if (talk.Answers.Any(said => !asked.TryGetValue(said.Question, out var question) || said.Score is not null && (!question.IsScored || !survey.Takes(said.Score.Value)))) return new("callback.answer-unknown");
        if (!talk.Answers.Any(said => said.Score is not null)) return new("callback.answers-missing", survey.Head.Clause, "answers");
        if (followUps.FirstOrDefault(one => talk.Cases.All(word => word.CaseId != one.CaseId)) is { } silent) return new("callback.case-missing", null, "cases", Fact.Of(silent.Number));
        if (talk.Cases.Any(word => followUps.All(one => one.CaseId != word.CaseId))) return Refusal.NotFound;
        return talk.Cases.Any(word => word.Why is { } why && string.IsNullOrWhiteSpace(why)) ? new("callback.why-missing", null, "cases") : null;
    }

    // Whoever makes the call has it from then on; an answer in the portal stays with whom it was planned for.
    private void Made(Actor by)
    {
        if (by is { IsStaff: true, UserId: { } id }) (AssistantId, AssistantName) = (id, by.Name);
    }

    /// <summary>One call, by an id of the form's making.</summary>
    public sealed record Call(Guid AttemptId, string? Note);

    /// <summary>What the dealer said.</summary>
    public sealed record Talk(IReadOnlyList<SurveyAnswer.Said> Answers, IReadOnlyList<CaseWord> Cases);

    /// <param name="Why">What is not in order with the case; null where the dealer is content.</param>
    public sealed record CaseWord(Guid CaseId, string? Why);
}
