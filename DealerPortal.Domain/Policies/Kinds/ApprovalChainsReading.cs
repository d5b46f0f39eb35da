using DealerPortal.Domain.Policies.Reading;
using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Reads <see cref="ApprovalChains"/> from its file.</summary>
internal static class ApprovalChainsReading
{
    private static readonly PackForm<string> Approver = Forms.OneOf(ApproverCodes.All);

    private static readonly PackForm<string> Remedy = Forms.OneOf(ApprovalChains.Remedies);

    public static Rule? Read(ClauseReading reading)
    {
        var map = reading.Map;
        ApprovalChains.Terms? terms = null;
        IReadOnlyList<Case?> cases = [];
        var isClean = reading.Problems.NoneIn(() =>
        {
            var rows = map.Need("chains", Forms.List(Forms.Map(group => Row(reading, group)))) ?? [];
            var shortcut = map.May("shortcut", Forms.Map(group => new ChainShortcut(reading.Part(group), group.Need("tier", Forms.Code)!, group.Need("verified-by", Approver)!)));
            var deciders = map.Need("others-hand-over", Forms.Map(group => new Box(reading.Part(group))));
            var remind = map.Need("remind-after", Forms.Hours) ?? 1;
            cases = reading.Examples(CaseOf);
            map.Close();
            Check(rows, map);
            terms = new(rows!, shortcut, deciders?.Clause ?? default, Duration.FromHours(remind));
        });
        return isClean ? new ApprovalChains(reading.Head, terms!, rule => cases.Select(one => Work(one!, rule))) : null;
    }

    private static ChainRow? Row(ClauseReading reading, PackMap map)
    {
        var (clause, remedies) = (reading.Part(map), map.Need("remedies", Forms.List(Remedy)));
        var range = map.May("yuan", Forms.Map(group => new Range(group.May("from", Forms.Quantity) ?? 0, group.May("below", Forms.Quantity))));
        var (approvals, why) = (map.Need("approvals", Forms.List(Approver)), ClauseReading.HouseRule(map));
        if (approvals is { Count: 0 }) map.Problems.Add(map.PlaceOf("approvals"), "somebody consents to every remedy.");
        if (range is { Below: { } below } && below <= range.From) map.Problems.Add(map.PlaceOf("yuan"), "this row can never apply: the range is empty.");
        return remedies is null || approvals is null ? null
            : new(clause, remedies, (long)((range?.From ?? 0) * 100), range?.Below is { } end ? (long)(end * 100) : null, approvals, why, map.Place);
    }

    // For each remedy every amount has exactly one row; and all rows ask in one common order, so that any mix of remedies has one chain.
    private static void Check(IReadOnlyList<ChainRow?> rows, PackMap map)
    {
        foreach (var remedy in ApprovalChains.Remedies)
        {
            long? settled = 0;
            foreach (var row in rows.OfType<ChainRow>().Where(row => row.Remedies.Contains(remedy)).OrderBy(row => row.FromFen))
            {
                if (settled is null || row.FromFen < settled) map.Problems.Add(row.Place, $"overlap: '{remedy}' is settled by another row too.");
                else if (row.FromFen > settled) map.Problems.Add(row.Place, $"gap: '{remedy}' has no chain below this amount.");
                settled = row.BelowFen;
            }
            if (settled is { }) map.Problems.Add(map.PlaceOf("chains"), $"gap: '{remedy}' has no chain{(settled == 0 ? "" : " for larger amounts")}.");
        }
        foreach (var row in rows.OfType<ChainRow>().Where(row => !row.Approvals.SequenceEqual(ApproverCodes.All.Where(row.Approvals.Contains))))
            map.Problems.Add(row.Place, $"consents are asked in this order: {string.Join(", ", ApproverCodes.All)}.");
    }

    private static Case? CaseOf(PackMap map)
    {
        var (remedies, yuan) = (map.Need("remedies", Forms.List(Remedy)), map.May("yuan", Forms.Quantity));
        var (approvals, note) = (map.Need("approvals", Forms.List(Approver)), map.May("note", Forms.TwoLanguages));
        return remedies is { Count: > 0 } && approvals is not null ? new(map.Place, remedies, (long)((yuan ?? 0) * 100), approvals, note) : null;
    }

    private static PackExample Work(Case one, ApprovalChains rule)
    {
        var ruling = rule.For([.. one.Remedies.Select(remedy => (remedy, one.Fen))]);
        return new(one.Place, new("chain.example", Fact.Word("remedy." + one.Remedies[0]), Fact.Number(one.Remedies.Count), Fact.Fen(one.Fen)),
            [.. one.Approvals.Select(Word)], [.. ruling.Value.Select(Word)], ruling.Steps, one.Note);
    }

    private static Fact Word(string approver) => Fact.Word("approver." + approver);

    private sealed record Range(decimal From, decimal? Below);

    private sealed record Case(Place Place, IReadOnlyList<string> Remedies, long Fen, IReadOnlyList<string> Approvals, Bilingual? Note);

    private sealed record Box(Clause Clause);
}
