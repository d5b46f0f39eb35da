using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Evidence;
using Microsoft.Extensions.DependencyInjection;

namespace DealerPortal.Domain.Complaints;

/// <summary>The capability's own part of the list of what is registered.</summary>
internal static class ComplaintsSetup
{
    public static void AddComplaints(this IServiceCollection services)
    {
        services.AddSingleton<IApprovalSubject, CaseApprovals>();
        services.AddSingleton<IPhotoSubjects, CasePhotos>();
        Type[] all =
        [
            typeof(FileComplaint), typeof(KeepComplaintDraft), typeof(Claim), typeof(Assign), typeof(BulkAssign), typeof(HandOver),
            typeof(MergeDuplicate), typeof(JudgeFounded), typeof(JudgeNotFounded), typeof(AskDepartment), typeof(AnswerAsDepartment), typeof(SettleLiability),
            typeof(ProposePlan), typeof(VerifyGold), typeof(AnswerWithPlan), typeof(AgreeToPlan), typeof(DisputePlan), typeof(StandByPlan),
            typeof(ExecuteStep), typeof(Resolve), typeof(ConfirmCase), typeof(AskAgain), typeof(RequestFollowUp), typeof(CloseCase),
            typeof(AskForExtension), typeof(PauseClock), typeof(ResumeClock), typeof(SayInCase), typeof(ClockSweep), typeof(FilingSheet),
            typeof(TriageBoard), typeof(TriageFilterList), typeof(CaseList), typeof(CaseTurnList), typeof(ComplaintSheet), typeof(CaseWork), typeof(FollowUpCall), typeof(GoodsSheet), typeof(EditionBoard), typeof(EditionMove), typeof(MoveCases), typeof(MoveAllSheet), typeof(MoveAllCases),
            typeof(VisitCase), typeof(LeaveCase), typeof(KeepVisits), typeof(VisitList),
        ];
        foreach (var type in all) services.AddSingleton(type);
    }
}
