using System.Text.RegularExpressions;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Knowledge;

/// <summary>What belongs to a dealer and has no place in an article that others read: names, codes, numbers of cases, telephones and waybills.</summary>
internal static partial class NamesOfDealers
{
    /// <summary>The first of them, as a refusal that says which; null where there is none.</summary>
    public static async Task<Refusal?> Find(PortalDb db, ArticleText text, Guid? caseId, CancellationToken stop)
    {
        var whole = text.Whole;
        if (CaseNumber().Match(whole) is { Success: true } number) return Of(number.Value);
        if (LongNumber().Match(whole) is { Success: true } digits) return Of(digits.Value.Trim());
        var dealer = await db.Dealers.Where(one => whole.Contains(one.Name) || whole.Contains(one.Code)).Select(one => whole.Contains(one.Name) ? one.Name : one.Code).FirstOrDefaultAsync(stop);
        var found = dealer
            ?? await db.Users.Where(user => user.DealerId != null && whole.Contains(user.FullName)).Select(user => user.FullName).FirstOrDefaultAsync(stop)
            ?? await OfCase(db, whole, caseId, stop);
        return found is null ? null : Of(found);
    }

    private static Task<string?> OfCase(PortalDb db, string whole, Guid? caseId, CancellationToken stop) =>
        db.Complaints.Where(one => one.Id == caseId && one.OrderNumber != null && whole.Contains(one.OrderNumber)).Select(one => one.OrderNumber).FirstOrDefaultAsync(stop);

    private static Refusal Of(string name) => new("article.names-dealer", null, null, Fact.Of(name));

    [GeneratedRegex(@"\bC\d{6}-[0-9A-Z]{5}\b")]
    private static partial Regex CaseNumber();

    // Telephones, waybills, orders: seven digits and more, however they are grouped.
    [GeneratedRegex(@"\d(?:[ -]?\d){6,}")]
    private static partial Regex LongNumber();
}
