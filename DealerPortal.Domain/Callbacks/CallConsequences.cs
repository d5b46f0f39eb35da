using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>What follows when a dealer was reached, saved together with his answers: settled cases close or open again, and a new problem becomes a case.</summary>
public sealed class CallConsequences(FollowUpCall followUps, FileComplaint file, PolicyBook book)
{
    /// <param name="CaseId">Made by the form, so that it is filed once.</param>
    public sealed record NewProblem(Guid CaseId, string? Family, string? Category, string Description, Guid? OrderId = null);

    internal Edition Rules(Callback call) => book.Edition(call.Pack, call.Edition);

    /// <summary>The edition that decides today who may be called; null where the company's regulation has no callbacks.</summary>
    internal Edition? RulesOf(Instant now) => book.InForceAt(now).Value is { } edition && edition.Find<Policies.Kinds.CallbackCadences>() is not null ? edition : null;

    internal async Task<Outcome> Follow(PortalDb db, Callback call, Callback.Talk talk, NewProblem? problem, Actor actor, Instant now, CancellationToken stop)
    {
        foreach (var word in talk.Cases)
        {
            var asked = call.FollowUps.Single(one => one.CaseId == word.CaseId);
            var heard = await followUps.Hear(db, new(word.CaseId, asked.Round, asked.Id, word.Why), actor, now, stop);
            if (!heard.IsDone) return heard;
        }
        if (problem is null) return Outcome.Done;

        var form = new DraftForm { Source = CaseSource.Callback, Family = problem.Family, Category = problem.Category, Description = problem.Description, OrderId = problem.OrderId };
        var filed = await file.In(db, new(problem.CaseId, call.DealerId, form), actor, stop);
        if (filed.Refusal is { } refusal) return refusal;
        call.Opened(filed.Value);
        return Outcome.Done;
    }
}
