namespace DealerPortal.Domain.Policies;

/// <summary>The portal cannot start: its packs cannot be read. Carries every problem found, not only the first.</summary>
public sealed class PackException(IReadOnlyList<PackProblem> problems) : Exception(Say(problems))
{
    public IReadOnlyList<PackProblem> Problems { get; } = problems;

    private static string Say(IReadOnlyList<PackProblem> problems) =>
        $"The policy packs cannot be read; {problems.Count} to put right:{string.Concat(problems.Select(problem => "\n  " + problem))}";
}
