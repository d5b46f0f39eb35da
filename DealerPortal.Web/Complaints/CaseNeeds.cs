using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Web.Shell;
using DealerPortal.Web.Words;

namespace DealerPortal.Web.Complaints;

/// <summary>Cases in a person's hands, those that nobody has taken up, and those that wait for others.</summary>
internal sealed class CaseNeeds(CaseTurnList list, Wording words) : INeeds
{
    public async Task<INeeds.Waiting> Of(Actor actor, CancellationToken stop)
    {
        var view = await list.For(actor, stop);
        var shown = view.Rows.Count(row => row.Ask is CaseTurnList.Ask.Claim);
        return new([.. view.Rows.Select(row => NeedOf(row, actor))], view.Rows.Count - shown + Math.Max(view.Unclaimed, shown));
    }

    private Need NeedOf(CaseTurnList.Row row, Actor actor) => new(
        Kind(row, actor), PortalUrls.Case(row.Id), row.Description,
        string.Join(" · ", new[] { actor.IsDealer ? null : row.Dealer, row.Family is { } family ? words["family." + family] : null, row.Number, words["case.state." + row.State] }.OfType<string>()),
        row.Due, row.FiledAt,
        row.Ask switch { CaseTurnList.Ask.Claim => NeedPart.ToClaim, CaseTurnList.Ask.Wait => NeedPart.Others, _ => NeedPart.Mine });

    private static string Kind(CaseTurnList.Row row, Actor actor) => row.Ask switch
    {
        CaseTurnList.Ask.Handle => "case",
        CaseTurnList.Ask.Answer => row.State is CaseState.Answered ? "case-plan" : "case-confirm",
        CaseTurnList.Ask.Step => actor.IsDealer ? "case-own-step" : "case-step",
        CaseTurnList.Ask.Inquiry => "case-inquiry",
        CaseTurnList.Ask.Claim => "case-claim",
        _ => "case-wait",
    };
}
