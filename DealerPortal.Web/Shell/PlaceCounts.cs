using DealerPortal.Domain.Accounts;

namespace DealerPortal.Web.Shell;

/// <summary>The numbers in the menu. One a request, so that the menu and what keeps it current read once; in a circuit each reading is a new one.</summary>
public sealed class PlaceCounts(IEnumerable<IPlaceCount> sources)
{
    private Task<IReadOnlyDictionary<string, int>>? first;

    /// <summary>By the entry's address; only entries that the person has.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Read(Actor? actor, CancellationToken stop)
    {
        if (actor is not { IsStaff: true }) return new Dictionary<string, int>();
        var places = Place.Of(actor).Select(place => place.Url).ToHashSet();
        var counts = new Dictionary<string, int>();
        foreach (var source in sources.Where(source => places.Contains(source.Url))) counts[source.Url] = await source.Of(actor, stop);
        return counts;
    }

    /// <summary>What was read first while this page is made.</summary>
    public Task<IReadOnlyDictionary<string, int>> Once(Actor? actor) => first ??= Read(actor, default);

    /// <summary>As it stands beside the word.</summary>
    public static string Show(int count) => count > 99 ? "99+" : $"{count}";
}
