using DealerPortal.Domain.Approvals;
using Microsoft.Extensions.DependencyInjection;

namespace DealerPortal.Domain.Settlements;

/// <summary>The capability's own part of the list of what is registered.</summary>
internal static class SettlementsSetup
{
    public static void AddSettlements(this IServiceCollection services)
    {
        services.AddSingleton<IApprovalSubject, SettlementApprovals>();
        services.AddSingleton<DrawUpBatch>();
        services.AddSingleton<WithdrawBatch>();
        services.AddSingleton<PayBatch>();
        services.AddSingleton<QuestionLine>();
        services.AddSingleton<DraftSheet>();
        services.AddSingleton<BatchSheet>();
        services.AddSingleton<BatchList>();
        services.AddSingleton<BalanceList>();
        services.AddSingleton<OwnBalance>();
        services.AddSingleton<DealerBalance>();
        services.AddSingleton<SettlementFigures>();
    }
}
