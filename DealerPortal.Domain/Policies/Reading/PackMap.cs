namespace DealerPortal.Domain.Policies.Reading;

/// <summary>Reads one group of keys. What is asked for is what is allowed; closing it reports what is missing and what nobody asked for.</summary>
internal sealed class PackMap
{
    private readonly PackNode.Mapping node;
    private readonly List<string> allowed = [];
    private readonly List<string> missing = [];

    private PackMap(PackNode.Mapping node, PackProblems problems) => (this.node, Problems) = (node, problems);

    public PackProblems Problems { get; }

    public Place Place => node.Place;

    /// <summary>Keys that stand here, in the order in which they were written.</summary>
    public IEnumerable<string> Keys => node.Keys.OrderBy(key => (key.Value.Line, key.Value.Column)).Select(key => key.Key);

    public static PackMap? Open(PackNode node, PackProblems problems)
    {
        if (node is PackNode.Mapping mapping) return new(mapping, problems);

        problems.Add(node.Place, $"{node.Shape} stands where a group of keys is wanted.");
        return null;
    }

    /// <summary>Where the value of a key stands, or the group when the key is missing.</summary>
    public Place PlaceOf(string key) => node.Values.TryGetValue(key, out var value) ? value.Place : Place;

    public bool Has(string key) => node.Values.ContainsKey(key);

    public T? Need<T>(string key, PackForm<T> form)
    {
        allowed.Add(key);
        if (node.Values.TryGetValue(key, out var value)) return form(value, Problems);

        missing.Add(key);
        return default;
    }

    public T? May<T>(string key, PackForm<T> form)
    {
        allowed.Add(key);
        return node.Values.TryGetValue(key, out var value) ? form(value, Problems) : default;
    }

    /// <summary>Says what is missing and what does not belong here.</summary>
    public void Close()
    {
        foreach (var key in missing) Problems.Add(Place, $"the key '{key}' is missing. {Allowed}");
        foreach (var (key, place) in node.Keys.Where(key => !allowed.Contains(key.Key))) Problems.Add(place, $"unknown key '{key}'. {Allowed}");
    }

    private string Allowed => $"Allowed here: {string.Join(", ", allowed)}.";
}
