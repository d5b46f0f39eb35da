namespace DealerPortal.Domain.Complaints;

/// <summary>What has to be so before a verb may be used, beyond state and role.</summary>
public enum CaseNeed
{
    /// <summary>One's own case, or one's people's: the owner, a supervisor, or a director who may decide.</summary>
    InCharge,

    LiabilitySettled,

    /// <summary>The regulation spares gold dealers the rest of the chain, and this is one.</summary>
    GoldDealer,

    /// <summary>The regional manager has verified the facts for a gold dealer.</summary>
    Released,

    /// <summary>Every consent was given to exactly this plan.</summary>
    PlanGranted,

    /// <summary>Every step of every remedy is done.</summary>
    StepsDone,

    /// <summary>The clock that runs can still be extended.</summary>
    ClockRuns,

    /// <summary>The regulation lets a clock stand still.</summary>
    PausesAllowed,
}
