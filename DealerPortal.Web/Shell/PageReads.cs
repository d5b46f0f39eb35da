using DealerPortal.Domain.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace DealerPortal.Web.Shell;

/// <summary>What a page read while it was rendered into the first HTML is kept a moment, so that its circuit need not read it again.</summary>
/// <remarks>One a request, and one a circuit; the ticket travels between them inside the page, protected by the server's keys.</remarks>
public sealed class PageReads(ReadsInWaiting waiting, ChangeFeed feed, AuthenticationStateProvider session)
{
    private ReadsInWaiting.Bag? bag;

    /// <summary>Finds the reads again; made while the page is prerendered, restored by the circuit.</summary>
    [PersistentState] public string? Ticket { get; set; }

    /// <summary>Reads, and keeps what was read for the circuit that takes the page over.</summary>
    public async Task<T> Keep<T>(string name, Func<Task<T>> read)
    {
        // Before the read: what changes during it counts as a change since.
        var mark = feed.Mark;
        var value = await read();
        if (bag is null)
        {
            bag = new(await Person());
            Ticket = waiting.Put(bag);
        }
        bag.Keep(name, value, mark);
        return value;
    }

    /// <summary>What was read under this name, unless one of the topics has changed since, it was taken before, or it belongs to somebody else.</summary>
    public async Task<(bool IsThere, T? Value)> Take<T>(string name, IReadOnlyCollection<string> topics)
    {
        if (Ticket is not { } ticket) return (false, default);
        bag ??= waiting.Take(ticket);
        if (bag is null || bag.Person != await Person()) return (false, default);
        return bag.Take(name) is { } kept && kept.Value is T value && !feed.HasChangedSince(kept.Mark, topics) ? (true, value) : (false, default);
    }

    private async Task<string?> Person() => (await session.GetAuthenticationStateAsync()).User.Identity?.Name;
}
