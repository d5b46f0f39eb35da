using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Conduct;
using DealerPortal.Web.Shell;
using DealerPortal.Web.Words;

namespace DealerPortal.Web.Conduct;

/// <summary>A person's own word or appeal while it is open to him, and for whoever recorded a breach the decision to propose. What waits for approval stands among the approvals.</summary>
internal sealed class BreachNeeds(BreachList list, Wording words) : INeeds
{
    public async Task<INeeds.Waiting> Of(Actor actor, CancellationToken stop) =>
        !actor.IsStaff ? INeeds.Waiting.None
        : INeeds.Waiting.These([.. (await list.For(null, actor, stop)).Rows.Select(row => NeedOf(row)).OfType<Need>()]);

    private Need? NeedOf(BreachList.Row row) =>
        row is { IsMe: true, Due: { } due } ? new(row.State is BreachState.Decided ? "breach-appeal" : "breach-answer", PortalUrls.Breach(row.Id), words["conduct.title"], row.Number, due, row.RecordedAt)
        : row is { IsMine: true, State: BreachState.Recorded, IsHeard: true } ? new("breach-propose", PortalUrls.Breach(row.Id), words["conduct.title"], $"{row.Person} · {row.Number}")
        : null;
}
