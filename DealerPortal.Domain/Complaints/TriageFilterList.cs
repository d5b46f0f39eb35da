using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;

namespace DealerPortal.Domain.Complaints;

/// <summary>What the board can be narrowed by: words of the company's present regulation and of its settings.</summary>
public sealed class TriageFilterList(PolicyBook book, PortalSettings settings)
{
    /// <param name="Regions">Those whose cases the reader sees; none where there is nothing to choose.</param>
    public sealed record View(IReadOnlyList<string> Families, IReadOnlyList<Problem> Problems, IReadOnlyList<string> Regions);

    public View For(Actor actor)
    {
        var edition = book.Own.Last();
        var regions = settings.Regions.Select(region => region.Code).Where(code => !actor.IsRegional || actor.Regions.Contains(code)).ToList();
        return new([.. edition.Families.Select(family => family.Code)], [.. edition.Problems.Groups.SelectMany(group => edition.Problems.Problems.Where(problem => problem.Group == group.Code))], regions.Count > 1 ? regions : []);
    }
}
