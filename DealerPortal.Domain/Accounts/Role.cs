namespace DealerPortal.Domain.Accounts;

/// <summary>What a person does in the company or at a dealer. A closed set: rights are written against it.</summary>
public enum Role
{
    /// <summary>经销商负责人</summary>
    DealerOwner,
    /// <summary>经销商店员</summary>
    DealerStaff,
    /// <summary>售后服务员</summary>
    AfterSalesAgent,
    /// <summary>售后主管</summary>
    AfterSalesSupervisor,
    /// <summary>服务助理</summary>
    ServiceAssistant,
    /// <summary>业务助理, of a region</summary>
    BusinessAssistant,
    /// <summary>物流调度, of a region</summary>
    LogisticsDispatcher,
    /// <summary>大区经理, of a region</summary>
    RegionalManager,
    /// <summary>跟单员</summary>
    OrderFollowUp,
    /// <summary>运营总监</summary>
    OperationsDirector,
    /// <summary>营销总监</summary>
    MarketingDirector,
    /// <summary>市场总监</summary>
    MarketDirector,
    /// <summary>财务</summary>
    Finance,
    /// <summary>生产部门负责人</summary>
    ProductionHead,
    /// <summary>OEM 工厂负责人</summary>
    OemHead,
    /// <summary>物流部门负责人</summary>
    LogisticsHead,
    /// <summary>系统管理员</summary>
    Administrator,
    /// <summary>审计, reads everything and changes nothing</summary>
    Auditor,
}
