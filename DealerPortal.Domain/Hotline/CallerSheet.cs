using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Hotline;

/// <summary>What whoever answers the phone wants to see of a caller at once: his open cases, his orders, the last calls, and how he is to be taken.</summary>
public sealed class CallerSheet(IDbContextFactory<PortalDb> contexts, Discretion discretion, PolicyBook book, IClock clock)
{
    private const int CasesShown = 10;

    /// <param name="HasMoreCases">There are more open cases than the most urgent ones that are listed.</param>
    /// <param name="AtDiscretion">The clause that leaves it to the desk whether a complaint is taken up; null ordinarily.</param>
    public sealed record View(
        Guid DealerId, string Code, string Name, string Region, string? Phone, string? Tier, Clause? AtDiscretion, IReadOnlyList<CaseRow> Cases, IReadOnlyList<OrderRow> Orders,
        IReadOnlyList<CallRow> Calls, IReadOnlyList<PhoneRow> Phones, bool HasMoreCases);

    public sealed record CaseRow(Guid Id, string Number, string Category, CaseState State, Instant FiledAt, Instant? Due);

    public sealed record OrderRow(Guid Id, string Number, LocalDate OrderedOn, Instant? ShippedAt);

    public sealed record CallRow(Guid Id, CallKind Kind, string Caller, string Text, string By, Instant At, Guid? CaseId);

    public sealed record PhoneRow(Guid Id, string Number, string Contact);

    /// <summary>Null for "not there" and "not yours".</summary>
    public async Task<View?> For(Guid dealerId, Actor actor, CancellationToken stop)
    {
        if (!Call.MayTake(actor)) return null;
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (await db.Dealers.AsNoTracking().SeenBy(actor).SingleOrDefaultAsync(one => one.Id == dealerId, stop) is not { } dealer) return null;
        var today = book.Own.Last().Calendar.DateOf(clock.GetCurrentInstant());
        var cases = await db.Complaints.SeenBy(actor, db).Where(one => one.DealerId == dealerId && one.IsOpen).OrderBy(one => one.NextDueAt).Take(CasesShown + 1)
            .Select(one => new CaseRow(one.Id, one.Number, one.Category, one.State, one.FiledAt, one.NextDueAt)).ToListAsync(stop);
        var orders = await db.Orders.SeenBy(actor, db).Where(order => order.DealerId == dealerId).OrderByDescending(order => order.OrderedOn).ThenByDescending(order => order.Number).Take(30)
            .Select(order => new OrderRow(order.Id, order.Number, order.OrderedOn, order.ShippedAt)).ToListAsync(stop);
        var calls = await db.Calls.SeenBy(actor).Where(call => call.DealerId == dealerId).OrderByDescending(call => call.At).Take(5)
            .Select(call => new CallRow(call.Id, call.Kind, call.CallerName, call.Text, call.TakenByName, call.At, call.CaseId)).ToListAsync(stop);
        var phones = await db.DealerPhones.Where(phone => phone.DealerId == dealerId).OrderBy(phone => phone.AddedAt).Take(20).Select(phone => new PhoneRow(phone.Id, phone.Number, phone.Contact)).ToListAsync(stop);
        return new(dealer.Id, dealer.Code, dealer.Name, dealer.Region, dealer.Phone, await db.TierOn(dealerId, today, stop), await discretion.For(dealerId, stop),
            [.. cases.Take(CasesShown).Select(one => one with { Due = one.Due == Complaint.NoEnd ? null : one.Due })], orders, calls, phones, cases.Count > CasesShown);
    }
}
