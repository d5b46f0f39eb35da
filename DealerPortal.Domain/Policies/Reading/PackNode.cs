namespace DealerPortal.Domain.Policies.Reading;

/// <summary>A piece of a pack file as it was written: every scalar is still text, so that <c>14:00</c> is 14:00.</summary>
internal abstract record PackNode(Place Place)
{
    public abstract string Shape { get; }

    internal sealed record Scalar(Place Place, string Text) : PackNode(Place)
    {
        public override string Shape => Text.Length == 0 ? "nothing" : $"'{Text}'";
    }

    internal sealed record Sequence(Place Place, IReadOnlyList<PackNode> Items) : PackNode(Place)
    {
        public override string Shape => "a list";
    }

    internal sealed record Mapping(Place Place, IReadOnlyDictionary<string, PackNode> Values, IReadOnlyDictionary<string, Place> Keys) : PackNode(Place)
    {
        public override string Shape => "a group of keys";
    }
}
