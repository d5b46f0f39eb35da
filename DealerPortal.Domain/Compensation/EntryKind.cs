namespace DealerPortal.Domain.Compensation;

/// <summary>What a line of the ledger does. A closed list: the ledger knows nothing else.</summary>
public enum EntryKind
{
    /// <summary>A late date earned an amount; more than nothing.</summary>
    Earn,

    /// <summary>An earning is taken back, whole, and named; as much less than nothing.</summary>
    Reverse,

    /// <summary>A batch was paid; less than nothing (or more, where reversals outweighed what was earned).</summary>
    Settle,
}
