namespace DealerPortal.Domain.Imports;

/// <summary>What became of the dealers, orders or shipments of a file.</summary>
public sealed record Tally(int Added = 0, int Changed = 0, int Unchanged = 0, int Refused = 0)
{
    public int All => Added + Changed + Unchanged + Refused;

    /// <summary>Whether taking the file over would do anything.</summary>
    public bool DoesAnything => Added + Changed > 0;

    public Tally Plus(Tally other) => new(Added + other.Added, Changed + other.Changed, Unchanged + other.Unchanged, Refused + other.Refused);
}
