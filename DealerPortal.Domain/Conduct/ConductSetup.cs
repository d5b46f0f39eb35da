using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.History;
using Microsoft.Extensions.DependencyInjection;

namespace DealerPortal.Domain.Conduct;

/// <summary>The capability's own part of the list of what is registered.</summary>
internal static class ConductSetup
{
    public static void AddConduct(this IServiceCollection services)
    {
        services.AddSingleton<IApprovalSubject, BreachApprovals>();
        services.AddSingleton<IPrivateSubjects, BreachPrivacy>();
        Type[] all = [typeof(BreachWork), typeof(RecordBreach), typeof(AnswerBreach), typeof(ProposeDecision), typeof(AppealBreach), typeof(BreachSheet), typeof(BreachList)];
        foreach (var type in all) services.AddSingleton(type);
    }
}
