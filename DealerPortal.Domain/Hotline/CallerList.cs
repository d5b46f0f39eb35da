using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Hotline;

/// <summary>Who might be calling: dealers by a number, whole or its beginning or its end, or by a part of a name or code.</summary>
public sealed class CallerList(IDbContextFactory<PortalDb> contexts)
{
    public const int AtMost = 8;

    /// <param name="Number">The number that was found, as it is kept; the dealer's own where a name was looked for.</param>
    /// <param name="IsExact">The whole number is this one.</param>
    public sealed record Row(Guid DealerId, string Code, string Name, string Region, string Contact, string? Number, bool IsExact);

    public async Task<IReadOnlyList<Row>> For(string? text, Actor actor, CancellationToken stop)
    {
        if (!Call.MayTake(actor) || string.IsNullOrWhiteSpace(text)) return [];
        await using var db = await contexts.CreateDbContextAsync(stop);
        var digits = PhoneNumber.Digits(text);
        return IsNumber(text, digits) ? await ByNumber(db, digits, actor, stop) : await ByName(db, text.Trim(), actor, stop);
    }

    private static bool IsNumber(string text, string digits) => digits.Length >= 3 && text.All(letter => char.IsDigit(letter) || "+-() ,.转".Contains(letter, StringComparison.Ordinal));

    // Over indexed columns, from the front and from the back: what is typed so far, or a number without its area code.
    // Fewer than four digits are not looked for from the end: that range is empty.
    private static (string End, string Back, string BackEnd) Ranges(string digits)
    {
        var back = PhoneNumber.Backwards(digits);
        return (digits + "~", back, digits.Length >= 4 ? back + "~" : back);
    }

    internal static async Task<IReadOnlyList<Row>> ByNumber(PortalDb db, string digits, Actor actor, CancellationToken stop)
    {
        var (end, back, backEnd) = Ranges(digits);
        var dealers = db.Dealers.AsNoTracking().SeenBy(actor);
        var noted = await (from phone in db.DealerPhones
                           where (phone.Digits.CompareTo(digits) >= 0 && phone.Digits.CompareTo(end) < 0) || (phone.Backwards.CompareTo(back) >= 0 && phone.Backwards.CompareTo(backEnd) < 0)
                           join dealer in dealers on phone.DealerId equals dealer.Id
                           orderby phone.Digits
                           select new Row(dealer.Id, dealer.Code, dealer.Name, dealer.Region, phone.Contact, phone.Number, phone.Digits == digits)).Take(AtMost).ToListAsync(stop);
        var own = await OwnNumbers(db, digits, actor).ToListAsync(stop);
        return [.. noted.Concat(own).OrderByDescending(row => row.IsExact).ThenBy(row => row.Name, StringComparer.Ordinal).DistinctBy(row => (row.DealerId, row.Contact)).Take(AtMost)];
    }

    /// <summary>Dealers by the number that the ERP has of them: along an index from its front, and along another from its end.</summary>
    internal static IQueryable<Row> OwnNumbers(PortalDb db, string digits, Actor actor)
    {
        var (end, back, backEnd) = Ranges(digits);
        return db.Dealers.AsNoTracking().SeenBy(actor)
            .Where(dealer => (dealer.PhoneDigits.CompareTo(digits) >= 0 && dealer.PhoneDigits.CompareTo(end) < 0)
                || (dealer.PhoneBackwards.CompareTo(back) >= 0 && dealer.PhoneBackwards.CompareTo(backEnd) < 0))
            .OrderBy(dealer => dealer.PhoneDigits).Take(AtMost)
            .Select(dealer => new Row(dealer.Id, dealer.Code, dealer.Name, dealer.Region, "", dealer.Phone, dealer.PhoneDigits == digits));
    }

    private static async Task<IReadOnlyList<Row>> ByName(PortalDb db, string text, Actor actor, CancellationToken stop) =>
        await db.Dealers.AsNoTracking().SeenBy(actor)
            .Where(dealer => dealer.Name.Contains(text) || dealer.Code.Contains(text) || db.DealerPhones.Any(phone => phone.DealerId == dealer.Id && phone.Contact.Contains(text))
                || db.Users.Any(user => user.DealerId == dealer.Id && user.FullName.Contains(text)))
            .OrderBy(dealer => dealer.Name).Take(AtMost)
            .Select(dealer => new Row(dealer.Id, dealer.Code, dealer.Name, dealer.Region, "", dealer.Phone, false)).ToListAsync(stop);
}
