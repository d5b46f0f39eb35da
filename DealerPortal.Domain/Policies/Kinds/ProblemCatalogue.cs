namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>What dealers may complain of, as a tree, and who bears what when the cause is known.</summary>
public sealed class ProblemCatalogue : Rule
{
    internal ProblemCatalogue(Heading head, Terms terms, Func<ProblemCatalogue, IEnumerable<PackExample>> examples) : base(head)
    {
        (Groups, Problems, Causes) = (terms.Groups, terms.Problems, terms.Causes);
        Examples = [.. examples(this)];
    }

    /// <summary>Who may turn out to have caused a problem.</summary>
    public static IReadOnlyList<string> CauseCodes { get; } = ["production", "oem", "transit", "dealer", "other"];

    public IReadOnlyList<ProblemGroup> Groups { get; }

    public IReadOnlyList<Problem> Problems { get; }

    public IReadOnlyList<WhoPays> Causes { get; }

    public override IReadOnlyList<PackExample> Examples { get; }

    /// <summary>The tree's leaves for one family, or (null) for a complaint about no goods.</summary>
    public IReadOnlyList<Problem> For(string? family) => [.. Problems.Where(problem => problem.Befalls(family))];

    /// <summary>What a doubt about the pay for a late delivery is filed as; null where the catalogue has no such problem.</summary>
    public Problem? OfLateDelivery => Problems.FirstOrDefault(problem => problem.IsLateDelivery);

    public Problem? Find(string code) => Problems.FirstOrDefault(problem => problem.Code == code);

    /// <summary>What follows from a cause for freight, material and work.</summary>
    public Ruling<WhoPays> Pays(string cause)
    {
        var row = Causes.Single(one => one.Cause == cause);
        return new(row, row.Clause, [new("liability.freight", Fact.Word("payer." + row.Freight)), new("liability.material", Fact.Word("payer." + row.Material)), new("liability.labour", Fact.Word("payer." + row.Labour))]);
    }

    internal sealed record Terms(IReadOnlyList<ProblemGroup> Groups, IReadOnlyList<Problem> Problems, IReadOnlyList<WhoPays> Causes);
}
