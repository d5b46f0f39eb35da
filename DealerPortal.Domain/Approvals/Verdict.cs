namespace DealerPortal.Domain.Approvals;

/// <summary>What became of one link of a chain, or of the whole.</summary>
public enum Verdict
{
    /// <summary>Consented; of a whole chain: every link did.</summary>
    Granted,

    /// <summary>Refused: the rest of the chain is not asked.</summary>
    Refused,

    /// <summary>The regulation itself spares this link, by the act of a named person.</summary>
    Released,

    /// <summary>Taken back by who asked, ordinarily because the question changed.</summary>
    Withdrawn,
}
