using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Whose consent each remedy needs, in order and none skipped; when the rest of a chain is spared; and who may decide cases at all.</summary>
public sealed class ApprovalChains : Rule
{
    internal ApprovalChains(Heading head, Terms terms, Func<ApprovalChains, IEnumerable<PackExample>> examples) : base(head)
    {
        (Rows, Shortcut, Deciders, RemindAfter) = (terms.Rows, terms.Shortcut, terms.Deciders, terms.RemindAfter);
        Examples = [.. examples(this)];
    }

    /// <summary>What a plan may offer. Words under <c>remedy.CODE</c>.</summary>
    public static IReadOnlyList<string> Remedies { get; } = ["repair", "exchange", "return", "replenish", "compensation", "explanation", "paid-service"];

    public IReadOnlyList<ChainRow> Rows { get; }

    /// <summary>For which dealers one person's verification spares the rest; null where nobody is spared.</summary>
    public ChainShortcut? Shortcut { get; }

    /// <summary>The clause under which only after-sales decides and everybody else hands over.</summary>
    public Clause Deciders { get; }

    /// <summary>After how much open time whoever is waited for is reminded, and again after as much.</summary>
    public Duration RemindAfter { get; }

    public override IReadOnlyList<PackExample> Examples { get; }

    /// <summary>The chain of a plan: the consents of all its remedies, each once, in the chains' common order.</summary>
    /// <param name="remedies">Each with its amount in fen; 0 where it costs nothing that is known.</param>
    public Ruling<IReadOnlyList<string>> For(IReadOnlyList<(string Remedy, long Fen)> remedies)
    {
        ArgumentOutOfRangeException.ThrowIfZero(remedies.Count);
        var rows = remedies.Select(one => RowFor(one.Remedy, one.Fen)).ToList();
        var longest = rows.MaxBy(row => row.Approvals.Count)!;
        var chain = rows.Aggregate(longest.Approvals, (all, row) => all.Union(row.Approvals).ToList());
        return new([.. Order.Where(chain.Contains)], longest.Clause,
            [.. remedies.Zip(rows, (one, row) => new Step("chain.needs", Fact.Word("remedy." + one.Remedy), Fact.Fen(one.Fen), Fact.Number(row.Approvals.Count)))],
            rows.Exists(row => row.HouseRule is not null));
    }

    /// <summary>Every approver that any row names, in an order that agrees with every row.</summary>
    public IReadOnlyList<string> Order => [.. ApproverCodes.All.Where(code => Rows.Any(row => row.Approvals.Contains(code)))];

    private ChainRow RowFor(string remedy, long fen) =>
        Rows.FirstOrDefault(row => row.Holds(remedy, fen)) ?? throw new ArgumentException($"No chain for '{remedy}' in {Head.Clause}.", nameof(remedy));

    internal sealed record Terms(IReadOnlyList<ChainRow> Rows, ChainShortcut? Shortcut, Clause Deciders, Duration RemindAfter);
}
