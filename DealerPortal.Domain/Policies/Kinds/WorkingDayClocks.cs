using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>How many working days the company gives itself for each stage of a case, what may stop the clock, who may move it, and whom it alarms.</summary>
public sealed class WorkingDayClocks : Rule
{
    internal WorkingDayClocks(Heading head, Terms terms, Func<WorkingDayClocks, IEnumerable<PackExample>> examples) : base(head)
    {
        (Clocks, Warnings, Pauses, Extension, Escalation) = (terms.Clocks, terms.Warnings, terms.Pauses, terms.Extension, terms.Escalation);
        Examples = [.. examples(this)];
    }

    /// <summary>The clocks there are: until the answer with a plan, and from it until the matter is settled.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["plan", "resolution"];

    /// <summary>The reasons for which a regulation may let a clock stand still, so that each has its words. Words under <c>pause.CODE</c>.</summary>
    public static IReadOnlyList<string> PauseCodes { get; } = ["dealer", "photos", "goods", "inspection", "force-majeure"];

    public IReadOnlyList<ClockRule> Clocks { get; }

    /// <summary>After which parts of a clock's open time its owner is warned, in per cent, rising.</summary>
    public IReadOnlyList<int> Warnings { get; }

    /// <summary>Codes of the reasons for which a clock may stand still; empty where nothing stops it.</summary>
    public IReadOnlyList<string> Pauses { get; }

    public ClockExtension Extension { get; }

    /// <summary>Codes of the roles that are told of a crossing: the first at once, the next with each further working day.</summary>
    public IReadOnlyList<string> Escalation { get; }

    public override IReadOnlyList<PackExample> Examples { get; }

    public ClockRule Of(string clock) => Clocks.Single(rule => rule.Code == clock);

    /// <summary>When a clock that starts at an instant runs out, if nothing stops or moves it.</summary>
    public Ruling<Deadline> Due(string clock, Instant start, WorkingCalendar calendar)
    {
        var rule = Of(clock);
        var deadline = calendar.Due(start, rule.Length);
        return new(deadline, rule.Clause, [new("clock.started", Fact.At(start)), new("clock.limit", Fact.Number(rule.Length.Days)), new("clock.ends", Fact.At(deadline.At))], rule.HouseRule is not null);
    }

    internal sealed record Terms(IReadOnlyList<ClockRule> Clocks, IReadOnlyList<int> Warnings, IReadOnlyList<string> Pauses, ClockExtension Extension, IReadOnlyList<string> Escalation);
}
