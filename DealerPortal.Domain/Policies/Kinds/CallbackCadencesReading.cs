using System.Text.RegularExpressions;
using DealerPortal.Domain.Policies.Reading;
using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Reads <see cref="CallbackCadences"/> from its file.</summary>
internal static partial class CallbackCadencesReading
{
    private static readonly PackForm<Said> Every = Forms.Scalar<Said>("an interval such as 2 weeks, 1 month or never", IntervalOf);

    private static readonly PackForm<int?> PerCent = Forms.Scalar<int?>("a share such as 93 %",
        text => text.EndsWith(" %", StringComparison.Ordinal) && Forms.Whole(text[..^2]) is > 0 and <= 100 and var share ? share : null);

    private static readonly PackForm<Expected> DateOrNever = Forms.Scalar<Expected>("a date such as 2026-03-16, or never",
        text => text == "never" ? new(null) : Forms.ParseDate(text) is { } date ? new(date) : null);

    private static readonly PackForm<string> Role = Forms.OneOf(["service-assistant", .. ApproverCodes.All]);

    public static Rule? Read(ClauseReading reading)
    {
        var map = reading.Map;
        CallbackCadences.Terms? terms = null;
        IReadOnlyList<Case?> cases = [];
        var isClean = reading.Problems.NoneIn(() =>
        {
            var tiers = map.Need("tiers", Forms.List(Forms.Map(group => Tier(reading, group)))) ?? [];
            var otherwise = map.Need("otherwise", Forms.Map(group => Filled(reading, group, group.Need("tier", Forms.Code))));
            var review = map.Need("review", Forms.Map(group => new TierReviewRule(reading.Part(group), group.Need("proposes", Role)!, group.Need("confirms", Role)!)));
            var shift = map.Need("shift", Forms.Map(group => Filled(reading, group, group.Need("to", Forms.OneOf<bool?>(("next working day", true), ("nothing", false))) ?? false)));
            var spread = map.Need("spread", Forms.Map(group => Filled(reading, group, group.Need("working-days-before", Forms.Count) ?? 0)));
            var refused = map.Need("refused", Forms.Map(group => Filled(reading, group, group.Need("counts-from", Forms.OneOf<bool?>(("refusal", true), ("last reached", false))) ?? false)));
            var followUp = map.Need("follow-up", Forms.Map(group => Filled(reading, group, group.Need("working-days", Forms.Count) ?? 0)));
            cases = reading.Examples(CaseOf);
            map.Close();
            if (!Check(tiers, otherwise?.Value, followUp?.Value, map) || tiers.Any(tier => tier is null) || review is null) return;
            var rest = tiers.First(tier => tier!.Code == otherwise!.Value)!;
            terms = new(tiers!, new(rest, otherwise!.Clause, otherwise.HouseRule), review, shift!, spread!, refused!, followUp!);
        });
        return isClean && terms is not null && reading.Problems.NoneIn(() => CheckCases(cases, terms, reading))
            ? new CallbackCadences(reading.Head, terms, rule => reading.Edition.Calendar is { } calendar ? cases.Select(one => Work(one!, rule, calendar)) : [])
            : null;
    }

    private static Filled<T> Filled<T>(ClauseReading reading, PackMap map, T value) => new(value, reading.Part(map), ClauseReading.HouseRule(map));

    private static TierRule? Tier(ClauseReading reading, PackMap map)
    {
        var (clause, code, zh, en) = (reading.Part(map), map.Need("tier", Forms.Code), map.Need("zh", Forms.Text), map.Need("en", Forms.Text));
        var (every, coverage, satisfaction) = (map.Need("every", Every), map.May("coverage", PerCent), map.May("satisfaction", PerCent));
        if (every is { Interval: not null } && (coverage is null || satisfaction is null)) map.Problems.Add(map.Place, "a tier that is called has a target for coverage and one for satisfaction.");
        if (every is { Interval: null } && (coverage ?? satisfaction) is not null) map.Problems.Add(map.Place, "a tier that is never called has no targets.");
        return code is null || zh is null || en is null || every is null ? null : new(code, new(zh, en), clause, every.Interval, coverage, satisfaction);
    }

    private static bool Check(IReadOnlyList<TierRule?> tiers, string? otherwise, int? followUp, PackMap map) => map.Problems.NoneIn(() =>
    {
        foreach (var twice in tiers.OfType<TierRule>().GroupBy(tier => tier.Code).Where(same => same.Count() > 1)) map.Problems.Add(map.PlaceOf("tiers"), $"'{twice.Key}' stands here twice.");
        if (otherwise is not null && tiers.All(tier => tier?.Code != otherwise)) map.Problems.Add(map.PlaceOf("otherwise"), $"there is no tier '{otherwise}'.");
        if (followUp == 0) map.Problems.Add(map.PlaceOf("follow-up"), "a follow-up has at least one working day.");
    });

    private static void CheckCases(IReadOnlyList<Case?> cases, CallbackCadences.Terms terms, ClauseReading reading)
    {
        foreach (var stray in cases.OfType<Case>().Where(one => terms.Tiers.All(tier => tier.Code != one.Tier)))
            reading.Problems.Add(stray.Place, $"there is no tier '{stray.Tier}'.");
        foreach (var one in cases.OfType<Case>().Where(one => one.Share is not null && terms.Tiers.Any(tier => tier.Code == one.Tier && !tier.IsCalled)))
            reading.Problems.Add(one.Place, $"'{one.Tier}' has no targets.");
    }

    private static Case? CaseOf(PackMap map)
    {
        var (tier, from, due) = (map.Need("tier", Forms.Code), map.May("from", Forms.Date), map.May("due", DateOrNever));
        var (owed, reached, covered) = (map.May("owed", Forms.Count), map.May("reached", Forms.Count), map.May("coverage-met", Forms.YesOrNo));
        var (answers, satisfied, content) = (map.May("answers", Forms.Count), map.May("satisfied", Forms.Count), map.May("satisfaction-met", Forms.YesOrNo));
        var note = map.May("note", Forms.TwoLanguages);
        var share = owed is { } whole && reached is { } part && covered is { } so ? new Share(true, part, whole, so)
            : answers is { } all && satisfied is { } some && content is { } met ? new Share(false, some, all, met) : null;
        if (share is null == (from is null || due is null)) map.Problems.Add(map.Place, "an example has from and due, or owed, reached and coverage-met, or answers, satisfied and satisfaction-met.");
        return tier is null ? null : new(map.Place, tier, from ?? default, due?.Date, share, note);
    }

    private static PackExample Work(Case one, CallbackCadences rule, WorkingCalendar calendar)
    {
        var tier = Fact.Word("tier." + one.Tier);
        if (one.Share is { } share)
        {
            var target = share.IsCoverage ? rule.Find(one.Tier)!.Coverage : rule.Find(one.Tier)!.Satisfaction;
            return new(one.Place, new(share.IsCoverage ? "callback.example-coverage" : "callback.example-satisfaction", tier, Fact.Number(share.Part), Fact.Number(share.Whole)),
                [YesOrNo(share.IsMet)], [YesOrNo(TierRule.IsMet(share.Part, share.Whole, target!.Value))], [], one.Note);
        }
        var due = rule.Due(one.Tier, one.From, begun: false, calendar);
        return new(one.Place, new("callback.example", tier, Fact.On(one.From)), one.Due is { } date ? [Fact.On(date)] : [], due is null ? [] : [Fact.On(due.Value)], due?.Steps ?? [], one.Note);
    }

    private static Fact YesOrNo(bool so) => Fact.Word(so ? "policies.yes" : "policies.no");

    private static Said? IntervalOf(string text) =>
        text == "never" ? new(null)
        : IntervalPattern().Match(text) is { Success: true } match && Forms.Whole(match.Groups[1].Value) is { } count ? new(match.Groups[2].Value == "week" ? new(count, 0) : new(0, count)) : null;

    [GeneratedRegex(@"^([1-9][0-9]?) (week|month)s?\z")]
    private static partial Regex IntervalPattern();

    private sealed record Said(CallInterval? Interval);

    private sealed record Expected(LocalDate? Date);

    private sealed record Share(bool IsCoverage, int Part, int Whole, bool IsMet);

    private sealed record Case(Place Place, string Tier, LocalDate From, LocalDate? Due, Share? Share, Bilingual? Note);
}
