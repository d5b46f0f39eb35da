using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies.Kinds;

namespace DealerPortal.Domain.Complaints;

/// <summary>Who caused it, with what follows for freight and cost.</summary>
public sealed class SettleLiability(CaseWork cases)
{
    public sealed record Request(Guid CaseId, string Cause, string Note);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.LiabilitySettled, open =>
        {
            if (!ProblemCatalogue.CauseCodes.Contains(request.Cause)) return new Refusal("case.no-such-cause", null, "cause");
            var ruling = open.Rules.Problems.Pays(request.Cause);
            return open.Under(ruling.Clause).With(Fact.Word($"liability.{request.Cause}"), Fact.Of(request.Note.Trim())).Case.SettleLiability(request.Cause, ruling.Clause, request.Note, actor, open.Now);
        }, stop);
}
