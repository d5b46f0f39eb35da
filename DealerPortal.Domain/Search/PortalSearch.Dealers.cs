using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Hotline;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Search;

/// <content>Dealers, for the staff: by name, by code, or by a telephone number from its front or its end.</content>
public sealed partial class PortalSearch
{
    private static async Task<IReadOnlyList<Hit>> Dealers(PortalDb db, SoughtText text, Actor actor, CancellationToken stop)
    {
        if (!actor.IsStaff) return [];
        var named = await db.Dealers.AsNoTracking().SeenBy(actor)
            .Where(dealer => dealer.Code == text.Text || dealer.Code == text.Upper || dealer.Name.Contains(text.Text) || dealer.Code.Contains(text.Upper))
            .OrderBy(dealer => dealer.Code).Take(AtMost + 1).Select(dealer => new { dealer.Id, dealer.Code, dealer.Name, dealer.Region, dealer.Phone }).ToListAsync(stop);
        var called = text.Digits.Length > 0 ? await ByPhone(db, text.Digits, actor, stop) : [];
        return [.. called.Select(row => DealerHit(row.DealerId, row.Code, row.Name, row.Region, row.Number))
            .Concat(named.Select(row => DealerHit(row.Id, row.Code, row.Name, row.Region, row.Phone))).DistinctBy(hit => hit.Id)];
    }

    // The further numbers that the desk has noted are the desk's.
    private static async Task<IReadOnlyList<CallerList.Row>> ByPhone(PortalDb db, string digits, Actor actor, CancellationToken stop) => Call.MayTake(actor)
        ? await CallerList.ByNumber(db, digits, actor, stop)
        : await CallerList.OwnNumbers(db, digits, actor).ToListAsync(stop);

    private static Hit DealerHit(Guid id, string code, string name, string region, string? phone) =>
        new(id, name, [Fact.Of(code), Fact.Word("region." + region), .. Said(phone)]);
}
