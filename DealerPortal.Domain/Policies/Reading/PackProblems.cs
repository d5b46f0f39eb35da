namespace DealerPortal.Domain.Policies.Reading;

/// <summary>Gathers problems while reading goes on, so that all of them are told at once.</summary>
internal sealed class PackProblems
{
    private readonly List<PackProblem> found = [];

    public int Count => found.Count;

    public void Add(Place place, string message) => found.Add(new(place, message));

    /// <summary>In the order in which a person walks through the files.</summary>
    public IReadOnlyList<PackProblem> InOrder() =>
        [.. found.OrderBy(problem => problem.Place.File, StringComparer.Ordinal).ThenBy(problem => problem.Place.Line).ThenBy(problem => problem.Place.Column)];

    /// <summary>Whether <paramref name="read"/> found nothing wrong.</summary>
    public bool NoneIn(Action read)
    {
        var before = Count;
        read();
        return Count == before;
    }
}
