using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Into which tiers dealers are divided, and by when each of them is called again.</summary>
public sealed class CallbackCadences : Rule
{
    internal CallbackCadences(Heading head, Terms terms, Func<CallbackCadences, IEnumerable<PackExample>> examples) : base(head)
    {
        (Tiers, Otherwise, Review, Shifts, Spread, Refused, FollowUp) = (terms.Tiers, terms.Otherwise, terms.Review, terms.Shifts, terms.Spread, terms.Refused, terms.FollowUp);
        Examples = [.. examples(this)];
    }

    public IReadOnlyList<TierRule> Tiers { get; }

    /// <summary>The tier of a dealer who was put into none, from the day of his entry on.</summary>
    public Filled<TierRule> Otherwise { get; }

    /// <summary>Who proposes and who confirms the month's tiers, by the codes of their roles.</summary>
    public TierReviewRule Review { get; }

    /// <summary>Whether a due date that is no working day moves to the next one.</summary>
    public Filled<bool> Shifts { get; }

    /// <summary>How many working days before its due date a callback may be planned, to level the days.</summary>
    public Filled<int> Spread { get; }

    /// <summary>Whether the interval begins anew with a refusal; otherwise the callback stays owed.</summary>
    public Filled<bool> Refused { get; }

    /// <summary>Within how many working days after it was settled a case is asked about.</summary>
    public Filled<int> FollowUp { get; }

    public override IReadOnlyList<PackExample> Examples { get; }

    /// <summary>The codes of the tiers whose dealers are called at all. What does not stand here is never called.</summary>
    public IReadOnlyList<string> Called => [.. Tiers.Where(tier => tier.IsCalled).Select(tier => tier.Code)];

    public TierRule? Find(string tier) => Tiers.FirstOrDefault(rule => rule.Code == tier);

    /// <summary>The date by which a dealer of the tier is called, a full interval after a date; null for a tier that is never called.</summary>
    /// <param name="begun">The tier began on that date; otherwise a callback reached the dealer on it.</param>
    public Ruling<LocalDate>? Due(string tier, LocalDate from, bool begun, WorkingCalendar calendar)
    {
        if (Find(tier) is not { Every: { } every } rule) return null;
        List<Step> steps = [begun ? new("callback.tier-began", Fact.On(from), Fact.Word("tier." + tier)) : new("callback.reached-on", Fact.On(from)), every.Said];
        return Shifted(every.After(from), rule.Clause, steps, calendar);
    }

    /// <summary>The date by which the dealer is asked how a settled case went.</summary>
    public Ruling<LocalDate> FollowUpDue(LocalDate settled, string caseNumber, WorkingCalendar calendar)
    {
        var date = calendar.WorkingDayAfter(settled, FollowUp.Value);
        return new(date, FollowUp.Clause, [new("callback.case-settled", Fact.Of(caseNumber), Fact.On(settled)), new("callback.follow-up-within", Fact.Number(FollowUp.Value)), new("callback.due", Fact.On(date))], true);
    }

    /// <summary>The first working day on which a callback with this due date may be planned.</summary>
    public LocalDate EarliestFor(LocalDate due, WorkingCalendar calendar) =>
        Spread.Value == 0 ? calendar.WorkingDayOnOrBefore(due) : calendar.WorkingDayBefore(due, Spread.Value);

    private Ruling<LocalDate> Shifted(LocalDate date, Clause clause, List<Step> steps, WorkingCalendar calendar)
    {
        var due = Shifts.Value ? calendar.WorkingDayOnOrAfter(date) : date;
        if (due != date) steps.Add(new("callback.shifted", Fact.On(date)));
        steps.Add(new("callback.due", Fact.On(due)));
        return new(due, clause, steps, due != date);
    }

    internal sealed record Terms(
        IReadOnlyList<TierRule> Tiers, Filled<TierRule> Otherwise, TierReviewRule Review, Filled<bool> Shifts, Filled<int> Spread, Filled<bool> Refused, Filled<int> FollowUp);
}
