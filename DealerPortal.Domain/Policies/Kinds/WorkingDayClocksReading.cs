using DealerPortal.Domain.Policies.Reading;
using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Reads <see cref="WorkingDayClocks"/> from its file.</summary>
internal static class WorkingDayClocksReading
{
    private static readonly PackForm<DayEnd?> EndForm = Forms.OneOf<DayEnd?>(("close of day", DayEnd.CloseOfDay), ("midnight", DayEnd.Midnight), ("same time", DayEnd.SameTime));

    private static readonly PackForm<int?> PerCent = Forms.Scalar<int?>("a part of the time such as 50 %",
        text => text.EndsWith(" %", StringComparison.Ordinal) && Forms.Whole(text[..^2]) is > 0 and < 100 and var part ? part : null);

    public static Rule? Read(ClauseReading reading)
    {
        var map = reading.Map;
        WorkingDayClocks.Terms? terms = null;
        IReadOnlyList<Case?> cases = [];
        var isClean = reading.Problems.NoneIn(() =>
        {
            var clocks = map.Need("clocks", Forms.List(Forms.Map(group => Clock(reading, group)))) ?? [];
            var warnings = map.Need("warn-after", Forms.List(PerCent)) ?? [];
            var pauses = map.Need("pauses", Forms.List(Forms.OneOf(WorkingDayClocks.PauseCodes))) ?? [];
            var extension = map.Need("extension", Forms.Map(group => new ClockExtension(reading.Part(group), group.Need("approvals", Forms.List(Forms.OneOf(ApproverCodes.All))) ?? [])));
            var escalation = map.Need("escalation", Forms.List(Forms.OneOf(ApproverCodes.All))) ?? [];
            cases = reading.Examples(CaseOf);
            map.Close();
            Check(clocks, warnings, extension, map);
            terms = new(clocks!, [.. warnings.OfType<int>()], pauses, extension!, escalation);
        });
        return isClean
            ? new WorkingDayClocks(reading.Head, terms!, rule => reading.Edition.Calendar is { } calendar ? cases.Select(one => Work(one!, rule, calendar)) : [])
            : null;
    }

    private static ClockRule? Clock(ClauseReading reading, PackMap map)
    {
        var (clause, code) = (reading.Part(map), map.Need("clock", Forms.OneOf(WorkingDayClocks.Codes)));
        var (days, end) = (map.Need("working-days", Forms.Count), map.Need("ends", EndForm));
        var (counts, why) = (map.May("event-day-counts", Forms.YesOrNo), ClauseReading.HouseRule(map));
        if (days == 0) map.Problems.Add(map.PlaceOf("working-days"), "a clock runs for at least one working day.");
        return code is null || end is null || days is null or 0 ? null
            : new(code, clause, new(days.Value, end.Value, counts == true ? EventDay.Counted : EventDay.NotCounted), why);
    }

    private static void Check(IReadOnlyList<ClockRule?> clocks, IReadOnlyList<int?> warnings, ClockExtension? extension, PackMap map)
    {
        foreach (var code in WorkingDayClocks.Codes.Where(code => clocks.Count(clock => clock?.Code == code) != 1 && clocks.All(clock => clock is not null)))
            map.Problems.Add(map.PlaceOf("clocks"), $"'{code}' stands here exactly once.");
        if (warnings.Zip(warnings.Skip(1)).Any(pair => pair.First >= pair.Second)) map.Problems.Add(map.PlaceOf("warn-after"), "the parts rise from one to the next.");
        if (extension is { Approvals.Count: 0 }) map.Problems.Add(map.PlaceOf("extension"), "somebody consents to an extension.");
    }

    private static Case? CaseOf(PackMap map)
    {
        var (clock, from) = (map.Need("clock", Forms.OneOf(WorkingDayClocks.Codes)), map.Need("from", Forms.DateAndTime));
        var (due, note) = (map.Need("due", ExampleTime.Deadline), map.May("note", Forms.TwoLanguages));
        return clock is not null && from is { } start && due is { } end ? new(map.Place, clock, start, end, note) : null;
    }

    private static PackExample Work(Case one, WorkingDayClocks rule, WorkingCalendar calendar)
    {
        var from = calendar.At(one.From);
        var ruling = rule.Due(one.Clock, from, calendar);
        return new(one.Place, new("clock.example", Fact.Word("clock." + one.Clock), Fact.At(from)), [Fact.At(calendar.At(one.Due))], [Fact.At(ruling.Value.At)], ruling.Steps, one.Note);
    }

    private sealed record Case(Place Place, string Clock, LocalDateTime From, LocalDateTime Due, Bilingual? Note);
}
