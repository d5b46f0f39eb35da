namespace DealerPortal.Domain.Complaints;

/// <summary>By when something ends. Words under <c>triage.due.NAME</c>.</summary>
public enum DueSpan
{
    Today,

    /// <summary>Until Sunday.</summary>
    Week,
}
