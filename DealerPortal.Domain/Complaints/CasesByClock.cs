using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Complaints;

/// <summary>Cases as whoever goes through many of them for their clocks' sake reads them.</summary>
public static class CasesByClock
{
    /// <summary>With their clocks and nothing else: plans and the rest would be read for nothing.</summary>
    public static IQueryable<Complaint> WithClocks(this IQueryable<Complaint> cases) =>
        cases.IgnoreAutoIncludes().Include(one => one.Clocks).ThenInclude(clock => clock.Events).AsSplitQuery();

    /// <summary>Those of the ids. They go as one parameter, so that the statement is the same however many they are.</summary>
    public static IQueryable<Complaint> WithClocks(this IQueryable<Complaint> cases, IReadOnlyList<Guid> ids) => cases.Where(one => EF.Parameter(ids).Contains(one.Id)).WithClocks();
}
