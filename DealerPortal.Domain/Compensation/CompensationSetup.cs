using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.Promises;
using Microsoft.Extensions.DependencyInjection;

namespace DealerPortal.Domain.Compensation;

/// <summary>The capability's own part of the list of what is registered.</summary>
internal static class CompensationSetup
{
    public static void AddCompensation(this IServiceCollection services)
    {
        services.AddSingleton<ConfirmOrder>();
        services.AddSingleton<ProposeDate>();
        services.AddSingleton<AnswerDate>();
        services.AddSingleton<RemindOfDates>();
        services.AddSingleton<ProposalSheet>();
        services.AddSingleton<CheckLedger>();
        services.AddSingleton<EarnLateDays>();
        services.AddSingleton<DecideCause>();
        services.AddSingleton<BeginSpan>();
        services.AddSingleton<RecordSpan>();
        services.AddSingleton<IPhotoSubjects, SpanPhotos>();
        services.AddSingleton<SpanPreview>();
        services.AddSingleton<SpanBoard>();
        services.AddSingleton<IApprovalSubject, SpanApprovals>();
        services.AddSingleton<LateSheet>();
        services.AddSingleton<LateBoard>();
        services.AddSingleton<LateList>();
    }
}
