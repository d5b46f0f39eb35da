using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Dealers;

/// <summary>The dealers by their code, a page at a time, for staff: a region's, or all.</summary>
public sealed class DealerList(IDbContextFactory<PortalDb> contexts)
{
    public const int PageSize = 40;

    /// <param name="Text">A part of the code, the name or the phone number; empty for any.</param>
    /// <param name="After">The last code of the page before; null for the first page.</param>
    public sealed record Question(string Text = "", string? Region = null, string? After = null);

    /// <param name="Next">The code behind which the next page begins; null at the end.</param>
    public sealed record View(IReadOnlyList<Row> Rows, string? Next);

    public sealed record Row(Guid Id, string Code, string Name, string Region, string? Phone);

    public async Task<View> For(Question question, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var dealers = db.Dealers.AsNoTracking().SeenBy(actor);
        if (question.Region is { } region) dealers = dealers.Where(dealer => dealer.Region == region);
        if (question.Text.Trim() is { Length: > 0 } text) dealers = dealers.Where(dealer => dealer.Code.Contains(text) || dealer.Name.Contains(text) || dealer.Phone!.Contains(text));
        if (question.After is { } after) dealers = dealers.Where(dealer => dealer.Code.CompareTo(after) > 0);

        var rows = await dealers.OrderBy(dealer => dealer.Code).Take(PageSize + 1)
            .Select(dealer => new Row(dealer.Id, dealer.Code, dealer.Name, dealer.Region, dealer.Phone)).ToListAsync(stop);
        return new([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Code : null);
    }
}
