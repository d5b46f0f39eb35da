using DealerPortal.Domain.Policies.Reading;

namespace DealerPortal.Domain.Policies;

/// <summary>One thing that is wrong in a pack, with its place and what would be right there.</summary>
public sealed record PackProblem(Place Place, string Message)
{
    public override string ToString() => $"{Place}: {Message}";
}
