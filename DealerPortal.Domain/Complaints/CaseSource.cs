namespace DealerPortal.Domain.Complaints;

/// <summary>How a complaint reached the company. Words under <c>source.NAME</c>.</summary>
public enum CaseSource
{
    /// <summary>经销商反馈</summary>
    Dealer,

    /// <summary>400 电话投诉</summary>
    Hotline,

    /// <summary>400 电话回访</summary>
    Callback,

    /// <summary>营销中心反馈</summary>
    Marketing,
}
