namespace DealerPortal.Domain.Accounts;

/// <summary>Which people a role is for.</summary>
public static class RoleTraits
{
    /// <summary>Held by a dealer's own people, and by nobody else.</summary>
    public static bool IsOfDealer(this Role role) => role is Role.DealerOwner or Role.DealerStaff;

    /// <summary>Held for one region at a time.</summary>
    public static bool IsOfRegion(this Role role) => role is Role.BusinessAssistant or Role.LogisticsDispatcher or Role.RegionalManager;
}
