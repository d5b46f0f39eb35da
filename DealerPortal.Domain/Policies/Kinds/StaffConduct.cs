namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>What the staff owes the users, what a breach may cost, and how it is decided.</summary>
public sealed class StaffConduct : Rule
{
    internal StaffConduct(Heading head, Terms terms, Func<StaffConduct, IEnumerable<PackExample>> examples) : base(head)
    {
        (Breaches, Hearing) = (terms.Breaches, terms.Hearing);
        Examples = [.. examples(this)];
    }

    public IReadOnlyList<ConductBreach> Breaches { get; }

    public ConductHearing Hearing { get; }

    public override IReadOnlyList<PackExample> Examples { get; }

    public ConductBreach? Find(string code) => Breaches.FirstOrDefault(breach => breach.Code == code);

    internal sealed record Terms(IReadOnlyList<ConductBreach> Breaches, ConductHearing Hearing);
}
