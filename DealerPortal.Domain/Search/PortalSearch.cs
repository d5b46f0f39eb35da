using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Knowledge;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Search;

/// <summary>One field for all that people look for: numbers of cases, orders, shipments and statements, dealers by name, code or telephone, and words.</summary>
/// <remarks>Each group is a query of its own that holds only what the person may see. Numbers are found by their beginning, along an index; by their end,
/// or by words inside, only among the newest or most urgent <see cref="LooksThrough"/>.</remarks>
public sealed partial class PortalSearch(IDbContextFactory<PortalDb> contexts, KnowledgeList articles, IClock clock)
{
    /// <summary>How many of a group are shown.</summary>
    public const int AtMost = 8;

    /// <summary>How many are looked through where no index helps.</summary>
    public const int LooksThrough = 2_000;

    /// <summary>The groups, in their order. Words under <c>search.group.NAME</c>.</summary>
    public enum Kind
    {
        Cases,
        Orders,
        Shipments,
        Statements,
        Dealers,
        Articles,
    }

    /// <param name="HasMore">There are more of them than are shown.</param>
    public sealed record Group(Kind Kind, IReadOnlyList<Hit> Hits, bool HasMore);

    /// <param name="Id">Of the thing; of a shipment, its order.</param>
    /// <param name="Title">Its number or its name.</param>
    /// <param name="Facts">Whose it is, what it is, how it stands.</param>
    /// <param name="PickUpId">With which delivery a shipment was taken.</param>
    public sealed record Hit(Guid Id, string Title, IReadOnlyList<Fact> Facts, Guid? PickUpId = null);

    /// <summary>The groups in which anything was found; none where nothing was asked.</summary>
    public async Task<IReadOnlyList<Group>> For(string? sought, Actor actor, CancellationToken stop)
    {
        if (actor.IsSystem || SoughtText.Of(sought) is not { } text) return [];
        await using var db = await contexts.CreateDbContextAsync(stop);
        Group[] groups =
        [
            Of(Kind.Cases, await Cases(db, text, actor, stop)),
            Of(Kind.Orders, await Orders(db, text, actor, stop)),
            Of(Kind.Shipments, await Shipments(db, text, actor, stop)),
            Of(Kind.Statements, await Statements(db, text, actor, stop)),
            Of(Kind.Dealers, await Dealers(db, text, actor, stop)),
            Of(Kind.Articles, await Articles(text, actor, stop)),
        ];
        return [.. groups.Where(group => group.Hits.Count > 0)];
    }

    private static Group Of(Kind kind, IReadOnlyList<Hit> found) => new(kind, [.. found.Take(AtMost)], found.Count > AtMost);

    private async Task<IReadOnlyList<Hit>> Articles(SoughtText text, Actor actor, CancellationToken stop) =>
        [.. (await articles.For(new(text.Text), actor, stop)).Rows.Take(AtMost + 1)
            .Select(row => new Hit(row.Id, row.Title, row.Family is { } family ? [Fact.Word("family." + family), Fact.Of(row.Symptom)] : [Fact.Of(row.Symptom)]))];
}
