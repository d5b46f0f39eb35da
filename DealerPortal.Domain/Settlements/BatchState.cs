namespace DealerPortal.Domain.Settlements;

/// <summary>Where a batch stands. Words under <c>batch-state.NAME</c>.</summary>
public enum BatchState
{
    /// <summary>Drawn up, and waiting for those who approve it.</summary>
    Asked,

    /// <summary>Approved, and to be paid. The dealer sees it from here on.</summary>
    Approved,

    /// <summary>Refused: its lines are open again.</summary>
    Refused,

    /// <summary>Taken back by finance before it was approved: its lines are open again.</summary>
    Withdrawn,

    /// <summary>Paid: nothing in it changes any more.</summary>
    Paid,
}
