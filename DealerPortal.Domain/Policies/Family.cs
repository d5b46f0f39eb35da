namespace DealerPortal.Domain.Policies;

/// <summary>A product family as the regulation divides the goods; its names come from the pack, never from the code.</summary>
/// <param name="Code">The canonical code that orders, pick-ups and rules share.</param>
public sealed record Family(string Code, string Zh, string En, Measure Measure)
{
    public Bilingual Name => new(Zh, En);
}
