namespace DealerPortal.Domain.Hotline;

/// <summary>What became of a call. Words under <c>call.kind.NAME</c>.</summary>
public enum CallKind
{
    /// <summary>A question, answered on the phone.</summary>
    Inquiry,

    /// <summary>A complaint, filed as a case.</summary>
    Complaint,

    /// <summary>Noted, with nothing to do.</summary>
    Note,

    /// <summary>Somebody promised to call back.</summary>
    CallBack,
}
