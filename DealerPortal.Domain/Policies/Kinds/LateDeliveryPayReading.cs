using DealerPortal.Domain.Policies.Reading;
using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Reads <see cref="LateDeliveryPay"/> from its file.</summary>
internal static class LateDeliveryPayReading
{
    private static readonly PackForm<PayPer?> PerForm = Forms.OneOf<PayPer?>(("order", PayPer.Order), ("line", PayPer.Line), ("unit", PayPer.Unit));

    private static readonly PackForm<bool?> Undecided = Forms.OneOf<bool?>(("earns", true), ("earns nothing", false));

    private static readonly PackForm<string> Cause = Forms.OneOf(LateDeliveryPay.AllCauses);

    private static readonly PackForm<string> Reason = Forms.OneOf(LateDeliveryPay.AllReasons);

    public static Rule? Read(ClauseReading reading)
    {
        var map = reading.Map;
        LateDeliveryPay.Terms? terms = null;
        IReadOnlyList<Case?> cases = [];
        var isClean = reading.Problems.NoneIn(() =>
        {
            var pay = map.Need("pay", Forms.Map(group => Pay(reading, group)));
            var causes = map.Need("causes", Forms.Map(group => Causes(reading, group)));
            var excuses = map.Need("excused", Forms.Map(group => Excuses(reading, group)));
            cases = reading.Examples(group => CaseOf(reading, group));
            map.Close();
            terms = new(pay!, causes!, excuses!);
        });
        return isClean ? new LateDeliveryPay(reading.Head, terms!, rule => cases.Select(one => Work(one!, rule))) : null;
    }

    private static LatePay? Pay(ClauseReading reading, PackMap map)
    {
        var (clause, families) = (reading.Part(map), map.Need("families", Forms.List(reading.Edition.Family)));
        var (yuan, per, why) = (map.Need("yuan", Forms.Quantity), map.Need("per", PerForm), ClauseReading.HouseRule(map));
        if (yuan is { } sum && (sum == 0 || !decimal.IsInteger(sum * 100))) map.Problems.Add(map.PlaceOf("yuan"), "an amount is more than nothing and in whole fen.");
        return families is null || yuan is null || per is null ? null : new(clause, families, (long)(yuan.Value * 100), per.Value, why);
    }

    private static LateCauses? Causes(ClauseReading reading, PackMap map)
    {
        var (clause, earn, not) = (reading.Part(map), map.Need("earn", Forms.List(Cause)) ?? [], map.Need("do-not-earn", Forms.List(Cause)) ?? []);
        var (undecided, why) = (map.Need("undecided", Undecided), ClauseReading.HouseRule(map));
        foreach (var cause in LateDeliveryPay.AllCauses.Where(cause => earn.Concat(not).Count(named => named == cause) != 1))
            map.Problems.Add(map.Place, $"'{cause}' stands under 'earn' or under 'do-not-earn', once.");
        return undecided is null ? null : new(clause, earn, not, undecided.Value, why);
    }

    private static LateExcuses? Excuses(ClauseReading reading, PackMap map)
    {
        var (clause, reasons) = (reading.Part(map), map.Need("reasons", Forms.List(Reason)));
        var also = map.May("also", Forms.Map(group => new Added(group.Need("reasons", Forms.List(Reason)) ?? [], ClauseReading.HouseRule(group))));
        var approvals = map.Need("approvals", Forms.List(Forms.OneOf(ApproverCodes.All)));
        if (approvals is { Count: 0 }) map.Problems.Add(map.PlaceOf("approvals"), "somebody consents to an excused span.");
        return reasons is null || approvals is null ? null : new(clause, reasons, also?.Reasons ?? [], also?.Why, approvals);
    }

    private static Case? CaseOf(ClauseReading reading, PackMap map)
    {
        var promised = map.Need("promised", Forms.Map(group => new Promises([.. reading.Edition.Families
            .Select(family => (family.Code, On: group.May(family.Code, Forms.Date))).Where(one => one.On is not null)])));
        var (shipped, cause) = (map.Need("shipped", Forms.Date), map.May("cause", Cause));
        var excused = map.May("excused", Forms.Map(group => new Span(group.Need("from", Forms.Date) ?? default, group.Need("to", Forms.Date) ?? default, group.Need("reason", Reason) ?? "")));
        var (yuan, note) = (map.Need("yuan", Forms.Quantity), map.May("note", Forms.TwoLanguages));
        if (promised is { Lines.Count: 0 }) map.Problems.Add(map.PlaceOf("promised"), "an example promises something.");
        return promised is { Lines.Count: > 0 } && shipped is { } on && yuan is { } sum ? new(map.Place, promised, on, cause, excused, (long)(sum * 100), note) : null;
    }

    private static PackExample Work(Case one, LateDeliveryPay rule)
    {
        var owed = one.Promised.Lines.Select((line, index) => new OwedLine(index + 1, line.Family, line.On!.Value, 1)).ToList();
        var rulings = Dates(owed.Min(line => line.PromisedOn).PlusDays(1), one.Shipped).Select(date => rule.For(date, owed, one.Cause, one.Excused?.On(date))).ToList();
        var asked = one.Excused is { } span
            ? new Step("late.example-excused", Promised(), Fact.On(one.Shipped), Fact.Word("excuse." + span.Reason), Fact.On(span.From), Fact.On(span.To))
            : one.Cause is { } cause ? new Step("late.example-cause", Promised(), Fact.On(one.Shipped), Fact.Word("late-cause." + cause))
            : new Step("late.example", Promised(), Fact.On(one.Shipped));
        return new(one.Place, asked, [Fact.Fen(one.Fen)], [Fact.Fen(rulings.Sum(ruling => ruling.Value))], rulings.LastOrDefault()?.Steps ?? [], one.Note);

        Fact Promised() => Fact.On(owed.Min(line => line.PromisedOn));
    }

    private static IEnumerable<LocalDate> Dates(LocalDate first, LocalDate last)
    {
        for (var date = first; date <= last; date = date.PlusDays(1)) yield return date;
    }

    private sealed record Case(Place Place, Promises Promised, LocalDate Shipped, string? Cause, Span? Excused, long Fen, Bilingual? Note);

    private sealed record Promises(IReadOnlyList<(string Family, LocalDate? On)> Lines);

    private sealed record Added(IReadOnlyList<string> Reasons, Bilingual? Why);

    private sealed record Span(LocalDate From, LocalDate To, string Reason)
    {
        public string? On(LocalDate date) => From <= date && date <= To ? Reason : null;
    }
}
