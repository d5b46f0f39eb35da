namespace DealerPortal.Domain.Complaints;

/// <summary>What somebody of the staff looks for on the board, besides the tab.</summary>
/// <param name="Dealer">A dealer's code, or a part of a name.</param>
/// <param name="Tier">The dealer's tier when the case was filed.</param>
/// <param name="Due">What ends by then, and what has ended before.</param>
public sealed record TriageFilter(string? Family, string? Category, string? Region, string? Dealer, string? Tier, CaseState? State, DueSpan? Due)
{
    /// <summary>The tiers that a case can bear.</summary>
    public static IReadOnlyList<string> Tiers { get; } = ["gold", "middle", "blacklist"];

    /// <summary>Whether it asks for anything.</summary>
    public bool IsSet => this != new TriageFilter(null, null, null, null, null, null, null);

    // Dealer and due time are looked up before, because the cases are read by them.
    internal IQueryable<Complaint> Narrow(IQueryable<Complaint> cases)
    {
        if (Family is { } family) cases = cases.Where(one => one.Family == family);
        if (Category is { } category) cases = cases.Where(one => one.Category == category);
        if (Region is { } region) cases = cases.Where(one => one.Region == region);
        if (Tier is { } tier) cases = cases.Where(one => one.Tier == tier);
        if (State is { } state) cases = cases.Where(one => one.State == state);
        return cases;
    }
}
