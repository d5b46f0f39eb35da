using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Policies;

namespace DealerPortal.Domain.Complaints;

/// <summary>The codes of roles in packs as the roles they mean, and questions put to their holders.</summary>
public static class Approvers
{
    /// <summary>The kinds of questions that cases ask.</summary>
    public const string PlanQuestion = "plan", ExtensionQuestion = "extension";

    public static Role RoleOf(string code) => code switch
    {
        "after-sales-supervisor" => Role.AfterSalesSupervisor,
        "regional-manager" => Role.RegionalManager,
        "operations-director" => Role.OperationsDirector,
        "marketing-director" => Role.MarketingDirector,
        "market-director" => Role.MarketDirector,
        "finance" => Role.Finance,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No role goes by this code."),
    };

    /// <summary>What those who approve a plan are shown.</summary>
    public static Question Of(Complaint one, CasePlan plan, Clause clause) =>
        new(PlanQuestion, one.Id, one.DealerId, one.Region, OpenCase.PathOf(one.Id), clause, plan.Shown(one));

    internal static Task Ask(OpenCase open, Guid approvalId, Question question, IReadOnlyList<string> chain)
    {
        var remindAt = open.Rules.Calendar.AddOpenTime(open.Now, open.Rules.Chains.RemindAfter);
        return open.Db.Ask(new ApprovalRequest(approvalId, question, [.. chain.Select(RoleOf)], open.Actor, open.Now, remindAt), open.Now, open.Stop);
    }
}
