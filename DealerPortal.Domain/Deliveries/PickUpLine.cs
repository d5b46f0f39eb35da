using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using NodaTime;

namespace DealerPortal.Domain.Deliveries;

/// <summary>The goods of one product family in one pick-up, with the window in which the dealer gives a word on them.</summary>
public sealed class PickUpLine
{
    private PickUpLine() { }

    internal PickUpLine(Guid pickUpId, string family, decimal quantity, Ruling<Window> window)
    {
        Id = Guid.CreateVersion7();
        PickUpId = pickUpId;
        Family = family;
        Quantity = quantity;
        WindowStarts = window.Value.Starts;
        WindowEnds = window.Value.Ends;
        WindowClause = window.Clause.ToString();
        WindowSteps = StepText.Write(window.Steps);
        IsHouseRule = window.IsHouseRule;
    }

    public Guid Id { get; private set; }

    public Guid PickUpId { get; private set; }

    /// <summary>Code of the product family, as the policy pack names it.</summary>
    public string Family { get; private set; } = "";

    /// <summary>Total of the family in this pick-up, in the family's measure: sets, pieces or running metres.</summary>
    public decimal Quantity { get; private set; }

    public Instant WindowStarts { get; private set; }

    /// <summary>Exclusive: a word at this instant is late.</summary>
    public Instant WindowEnds { get; private set; }

    public string WindowClause { get; private set; } = "";

    /// <summary>How the window came about, as <see cref="StepText"/> writes it.</summary>
    public string WindowSteps { get; private set; } = "";

    public bool IsHouseRule { get; private set; }

    /// <summary>What has been written down; <see cref="AnswerAt"/> is what is true.</summary>
    public LineAnswer? Answer { get; private set; }

    /// <summary>When it was settled: the dealer's word, or the end of the window, not the moment a sweep noticed.</summary>
    public Instant? AnsweredAt { get; private set; }

    /// <summary>The inspection that the answer rests on.</summary>
    public Guid? InspectionId { get; private set; }

    /// <summary>The dealer's word after the window: kept and shown, without effect.</summary>
    public LineAnswer? LateAnswer { get; private set; }

    public Instant? LateAnsweredAt { get; private set; }

    /// <summary>When the reminder at half time was given or overtaken.</summary>
    public Instant? HalfTimeSaidAt { get; private set; }

    /// <summary>When the reminder of the last quarter was given or overtaken.</summary>
    public Instant? LastQuarterSaidAt { get; private set; }

    public Window Window => new(WindowStarts, WindowEnds);

    public bool IsOpen => Answer is null;

    /// <summary>What holds at the instant, whether or not a sweep has written it down.</summary>
    public LineAnswer? AnswerAt(Instant now) => Answer ?? (now >= WindowEnds ? LineAnswer.DeemedAccepted : null);

    /// <summary>The next instant at which something about this line happens by itself; null when nothing does.</summary>
    internal Instant? NextDueAt =>
        !IsOpen ? null
        : HalfTimeSaidAt is null ? Window.HalfTime
        : LastQuarterSaidAt is null ? Window.LastQuarter
        : WindowEnds;

    /// <summary>Settles the line when its window has ended in silence. Answers whether that was new.</summary>
    internal bool CloseIfSilent(Instant now)
    {
        if (!IsOpen || now < WindowEnds) return false;
        (Answer, AnsweredAt) = (LineAnswer.DeemedAccepted, WindowEnds);
        return true;
    }

    /// <summary>The reminder that is due now and was not given yet; an earlier one that was missed is overtaken by a later one.</summary>
    internal Reminder? Remind(Instant now)
    {
        if (!IsOpen || now >= WindowEnds) return null;
        if (LastQuarterSaidAt is null && now >= Window.LastQuarter)
        {
            HalfTimeSaidAt ??= now;
            LastQuarterSaidAt = now;
            return Reminder.LastQuarter;
        }
        if (HalfTimeSaidAt is not null || now < Window.HalfTime) return null;
        HalfTimeSaidAt = now;
        return Reminder.HalfTime;
    }

    internal Outcome Take(LineAnswer answer, Guid inspectionId, Instant now)
    {
        CloseIfSilent(now);
        if (InspectionId == inspectionId) return Outcome.Done;
        if (InspectionId is not null || Answer is LineAnswer.Accepted or LineAnswer.Rejected or LineAnswer.CountsAsAccepted)
            return new Refusal("pick-up.already-answered", Facts: Fact.Word($"family.{Family}"));

        InspectionId = inspectionId;
        if (IsOpen) (Answer, AnsweredAt) = (answer, now);
        else (LateAnswer, LateAnsweredAt) = (answer, now);
        return Outcome.Done;
    }

    internal Outcome CountAsAccepted()
    {
        if (Answer is LineAnswer.CountsAsAccepted) return Outcome.Done;
        if (Answer is not LineAnswer.Rejected) return new Refusal("pick-up.not-rejected", Facts: Fact.Word($"family.{Family}"));
        Answer = LineAnswer.CountsAsAccepted;
        return Outcome.Done;
    }
}

/// <summary>The two reminders a dealer gets while a window runs.</summary>
public enum Reminder
{
    HalfTime,
    LastQuarter,
}
