using DealerPortal.Domain.Policies.Reading;

namespace DealerPortal.Domain.Policies;

/// <summary>A worked example of a pack: what was asked, what the pack says comes out, and what the rule makes of it.</summary>
/// <param name="Asked">The case, as a sentence by its code.</param>
/// <param name="Steps">How the rule came to its answer; empty where the answer says it all.</param>
public sealed record PackExample(Place Place, Step Asked, IReadOnlyList<Fact> Expected, IReadOnlyList<Fact> Got, IReadOnlyList<Step> Steps, Bilingual? Note)
{
    public bool Holds => Expected.SequenceEqual(Got);
}
