namespace DealerPortal.Domain.Conduct;

/// <summary>Where a recorded breach stands. Words under <c>breach.state.NAME</c>.</summary>
public enum BreachState
{
    /// <summary>Recorded; the person concerned is being heard.</summary>
    Recorded,

    /// <summary>A decision waits for its approval.</summary>
    AwaitingApproval,

    /// <summary>The decision was refused: nothing follows.</summary>
    Dismissed,

    /// <summary>Decided; an appeal is possible for a while.</summary>
    Decided,

    /// <summary>Appealed against; somebody else decides.</summary>
    Appealed,

    /// <summary>The appeal was heard: the decision no longer holds.</summary>
    Lifted,

    /// <summary>The appeal was not heard: the decision stays.</summary>
    Upheld,
}
