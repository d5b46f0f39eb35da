using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Dealers;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Complaints;

/// <summary>Proposes what is to be done, and asks for the consents that it needs. A changed plan asks again.</summary>
public sealed class ProposePlan(CaseWork cases)
{
    /// <param name="PlanId">Made by the form, so that proposing twice is once.</param>
    /// <param name="ReturnAddress">The factory that goods go back to, where a remedy sends them.</param>
    public sealed record Request(Guid CaseId, Guid PlanId, IReadOnlyList<PlanDraft.Remedy> Remedies, string Explanation, string? ReturnAddress);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.PlanProposed, async open =>
        {
            if (request.Remedies.Any(remedy => !ApprovalChains.Remedies.Contains(remedy.Code))) return new Refusal("plan.no-remedy", null, "remedy");
            var before = open.Case.CurrentPlan;
            var draft = new PlanDraft(request.PlanId, Guid.CreateVersion7(), request.Remedies, request.Explanation, request.ReturnAddress, await MayBeReleased(open));
            var outcome = open.Internally().With(Fact.Number(request.Remedies.Count)).Case.ProposePlan(draft, actor, open.Now);
            if (!outcome.IsDone || !open.IsChanged) return outcome;

            if (before is not null && await open.Db.ApprovalRequests.SingleOrDefaultAsync(asked => asked.Id == before.ApprovalId, stop) is { } old) old.Withdraw(open.Now);
            var chain = open.Rules.Chains.For([.. request.Remedies.Select(remedy => (remedy.Code, remedy.AmountFen))]);
            await Approvers.Ask(open.Under(chain.Clause), draft.ApprovalId, Approvers.Of(open.Case, open.Case.CurrentPlan!, chain.Clause), chain.Value);
            return outcome;
        }, stop);

    // By the tier the dealer is in now: a gold dealer of yesterday is spared nothing.
    private static async Task<bool> MayBeReleased(OpenCase open) =>
        open.Rules.Chains.Shortcut is { } shortcut && await open.Db.TierOn(open.Case.DealerId, open.Rules.Calendar.DateOf(open.Now), open.Stop) == shortcut.Tier;
}
