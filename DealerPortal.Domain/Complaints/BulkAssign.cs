using DealerPortal.Domain.Accounts;

namespace DealerPortal.Domain.Complaints;

/// <summary>A supervisor gives several cases to one person. Each is a piece of work of its own: what cannot be given does not hold up the others.</summary>
public sealed class BulkAssign(Assign assign)
{
    /// <summary>As many as fit on a page of the board.</summary>
    public const int AtMost = 100;

    public sealed record Request(IReadOnlyList<Guid> CaseIds, Guid ToUserId);

    /// <summary>The refusals by case; empty when all were given.</summary>
    public async Task<Outcome<IReadOnlyDictionary<Guid, Refusal>>> Run(Request request, Actor actor, CancellationToken stop)
    {
        if (request.CaseIds.Count > AtMost) return new Refusal("case.too-many", null, null, Fact.Number(AtMost));
        var refused = new Dictionary<Guid, Refusal>();
        foreach (var id in request.CaseIds.Distinct())
            if ((await assign.Run(new(id, request.ToUserId), actor, stop)).Refusal is { } refusal) refused[id] = refusal;
        return refused;
    }
}
