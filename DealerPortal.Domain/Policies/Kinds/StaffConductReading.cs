using DealerPortal.Domain.Policies.Reading;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Reads <see cref="StaffConduct"/> from its file.</summary>
internal static class StaffConductReading
{
    // Somebody's conduct is no matter of a region: who decides is found without one.
    private static readonly PackForm<string> Approver = Forms.OneOf(ApproverCodes.All.Where(code => code is not "regional-manager"));

    public static Rule? Read(ClauseReading reading)
    {
        var map = reading.Map;
        StaffConduct.Terms? terms = null;
        IReadOnlyList<Case?> cases = [];
        var isClean = reading.Problems.NoneIn(() =>
        {
            var breaches = map.Need("breaches", Forms.List(Forms.Map(group => BreachOf(reading, group)))) ?? [];
            var hearing = map.Need("hearing", Forms.Map(group => HearingOf(reading, group)));
            cases = reading.Examples(group => CaseOf(group, breaches));
            map.Close();
            foreach (var twice in breaches.OfType<ConductBreach>().GroupBy(breach => breach.Code).Where(same => same.Count() > 1)) map.Problems.Add(map.PlaceOf("breaches"), $"'{twice.Key}' stands here twice.");
            terms = new(breaches!, hearing!);
        });
        return isClean ? new StaffConduct(reading.Head, terms!, rule => cases.Select(one => Work(one!, rule))) : null;
    }

    private static ConductBreach? BreachOf(ClauseReading reading, PackMap map)
    {
        var (clause, code, zh, en) = (reading.Part(map), map.Need("code", Forms.Code), map.Need("zh", Forms.Text), map.Need("en", Forms.Text));
        var (yuan, why) = (map.Need("yuan", Forms.Map(group => new Limits(group.Need("from", Forms.Count) ?? 0, group.Need("to", Forms.Count) ?? 0))), ClauseReading.HouseRule(map));
        if (yuan is { } limits && limits.From > limits.To) map.Problems.Add(map.PlaceOf("yuan"), "no sum lies within these limits.");
        return code is null || zh is null || en is null || yuan is null ? null : new(clause, code, new(zh, en), yuan.From * 100L, yuan.To * 100L, why);
    }

    private static ConductHearing HearingOf(ClauseReading reading, PackMap map)
    {
        var (clause, statement, appeal) = (reading.Part(map), map.Need("statement-within", Forms.Days) ?? 1, map.Need("appeal-within", Forms.Days) ?? 1);
        var (approvals, appealTo) = (map.Need("approvals", Forms.List(Approver)) ?? [], map.Need("appeal-to", Forms.List(Approver)) ?? []);
        foreach (var (key, list) in new[] { ("approvals", approvals), ("appeal-to", appealTo) })
            if (list.Count == 0) map.Problems.Add(map.PlaceOf(key), "somebody decides.");
        if (approvals.Intersect(appealTo).Any()) map.Problems.Add(map.PlaceOf("appeal-to"), "an appeal goes to somebody else than whoever decided.");
        return new(clause, statement, approvals, appeal, appealTo, ClauseReading.HouseRule(map));
    }

    private static Case? CaseOf(PackMap map, IReadOnlyList<ConductBreach?> breaches)
    {
        var (breach, yuan) = (map.Need("breach", Forms.OneOf(breaches.OfType<ConductBreach>().Select(one => one.Code))), map.Need("yuan", Forms.Count));
        var (allowed, note) = (map.Need("allowed", Forms.YesOrNo), map.May("note", Forms.TwoLanguages));
        return breach is null || yuan is null || allowed is null ? null : new(map.Place, breach, yuan.Value * 100L, allowed.Value, note);
    }

    private static PackExample Work(Case one, StaffConduct rule) => new(one.Place, new("conduct.example", Fact.Of(rule.Find(one.Breach)!.Clause.Number), Fact.Fen(one.Fen)),
        [Word(one.Allowed)], [Word(rule.Find(one.Breach)!.Allows(one.Fen))], [], one.Note);

    private static Fact Word(bool allowed) => Fact.Word(allowed ? "conduct.within" : "conduct.beyond");

    private sealed record Limits(int From, int To);

    private sealed record Case(Place Place, string Breach, long Fen, bool Allowed, Bilingual? Note);
}
