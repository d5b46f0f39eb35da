namespace DealerPortal.Domain.Complaints;

/// <summary>Where a case stands. Which verb leads from where to where is said in one place, <see cref="CaseTable"/>.</summary>
public enum CaseState
{
    /// <summary>Filed; nobody has taken it up.</summary>
    Received,

    /// <summary>Somebody has it: founded or not?</summary>
    InTriage,

    /// <summary>Founded; cause, liability and plan are being settled.</summary>
    Founded,

    /// <summary>A plan waits for its consents.</summary>
    AwaitingApproval,

    /// <summary>The plan may go to the dealer.</summary>
    Approved,

    /// <summary>The dealer was answered with a plan and has not yet said anything to it.</summary>
    Answered,

    /// <summary>The dealer does not agree with the plan.</summary>
    Disputed,

    /// <summary>The plan is being carried out.</summary>
    Executing,

    /// <summary>Carried out; the dealer has not yet confirmed it.</summary>
    Resolved,

    /// <summary>Not founded, with an explanation that the dealer may accept or not.</summary>
    NotFounded,

    /// <summary>The dealer is content.</summary>
    Confirmed,

    Closed,

    /// <summary>The same matter as another case, which goes on in its place.</summary>
    Merged,
}
