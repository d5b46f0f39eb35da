using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>How long after a callback the next one is owed: weeks or months, by the calendar.</summary>
public sealed record CallInterval(int Weeks, int Months)
{
    /// <summary>The same weekday or the same day of a month, so much later; the month's last day where it has no such day.</summary>
    public LocalDate After(LocalDate date) => date.PlusWeeks(Weeks).PlusMonths(Months);

    /// <summary>In words, by its code: <c>step.CODE</c>.</summary>
    public Step Said => Weeks > 0 ? new("callback.every-weeks", Fact.Number(Weeks)) : new("callback.every-months", Fact.Number(Months));
}
