using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Promises;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>What was promised on one order, what of it is late, and what that earns: counted from the facts at the moment it is asked, whether or not a sweep has run.</summary>
public sealed class LateSheet(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    /// <param name="Confirmed">How the confirmation came about, under its clause.</param>
    /// <param name="Due">The end of the earliest date among what is still owed, exclusive; null when nothing is.</param>
    /// <param name="Days">Every date on which goods that can earn were late, with what it earns.</param>
    /// <param name="Entries">The ledger's lines of this order, in the order of their dates.</param>
    public sealed record View(
        Guid OrderId, string Number, Ruling<Instant> Confirmed, IReadOnlyList<Part> Parts, Instant? Due, IReadOnlyList<Day> Days, IReadOnlyList<Entry> Entries,
        Delay Delay, IReadOnlyList<Span> Spans)
    {
        /// <summary>What the late dates earn together, in fen.</summary>
        public long Fen => Days.Sum(day => day.Pay.Value);
    }

    /// <param name="Promised">The last date it may ship, as first promised.</param>
    /// <param name="Due">The end of the date that counts, exclusive.</param>
    /// <param name="Since">From when its time counts.</param>
    /// <param name="AgreedOn">The later date that the dealer agreed to; null where there is none.</param>
    /// <param name="ShippedAt">When the last of it left; null while something has not.</param>
    /// <param name="WasChanged">The ERP changed its quantity after the confirmation.</param>
    public sealed record Part(
        int Line, string Family, string Spec, decimal Quantity, Ruling<LocalDate> Promised, Instant Due, Instant Since, LocalDate? AgreedOn, Instant? ShippedAt, bool WasChanged, bool IsOpen);

    public sealed record Day(LocalDate Date, LocalDate PromisedOn, Ruling<long> Pay);

    public sealed record Entry(Guid Id, EntryKind Kind, LocalDate Date, long Fen, Clause Clause, IReadOnlyList<Step> Steps, Instant WrittenAt);

    /// <param name="Cause">By its code; null while nobody has decided.</param>
    public sealed record Delay(string? Cause, string? Plant, string? Note, string? By, Instant? At, bool MayDecide);

    /// <summary>A granted span that reaches the order and some date on which it was late or may be.</summary>
    public sealed record Span(Guid Id, string Reason, LocalDate First, LocalDate Last);

    /// <summary>Null for an order that is not confirmed, not there, or not the actor's.</summary>
    public async Task<View?> For(Guid orderId, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (await db.Promises.AsNoTracking().SeenBy(actor, db).SingleOrDefaultAsync(promise => promise.Id == orderId, stop) is not { } promise) return null;

        var facts = (await LateOrders.Of(db, [promise], book, stop))[0];
        var (now, calendar) = (clock.GetCurrentInstant(), facts.Edition.Calendar);
        var entries = await db.Ledger.AsNoTracking().Where(entry => entry.OrderId == orderId).OrderBy(entry => entry.Date).ThenBy(entry => entry.Id).ToListAsync(stop);
        var days = facts.Days(calendar.DateOf(now)).Select(day => new Day(day.Date, day.PromisedOn, day.Pay)).ToList();
        return new(promise.Id, promise.Number, Confirmed(promise, facts.Edition.PromisedDates), [.. promise.Parts.OrderBy(part => part.LineNumber).ThenBy(part => part.Above).Select(part => Show(part, facts))],
            facts.DueOn(now) is { } due ? calendar.EndOf(due) : null, days,
            [.. entries.Select(entry => new Entry(entry.Id, entry.Kind, entry.Date, entry.Fen, Clause.Parse(entry.Clause), StepText.Read(entry.Steps), entry.WrittenAt))],
            new(promise.Cause, promise.Plant, promise.CauseNote, promise.CauseBy, promise.CauseAt, DecideCause.MayDecide(actor)),
            [.. facts.Spans.Select(span => new Span(span.Id, span.Reason, span.FirstDate, span.LastDate))]);
    }

    private static Part Show(PromisedPart part, LateFacts facts) => new(
        part.LineNumber, part.Family, part.Spec, part.UpTo - part.Above, new(part.PromisedOn, Clause.Parse(part.Clause), StepText.Read(part.Steps), part.IsHouseRule),
        facts.Edition.Calendar.EndOf(part.DueOn), part.HoldsFrom ?? facts.Promise.ConfirmedAt, part.AgreedOn, facts.Owed.ShippedAt(part), part.HoldsFrom is not null || part.HoldsUntil is not null, part.IsOpen);

    private static Ruling<Instant> Confirmed(Promise promise, PromisedDates rule) => new(promise.ConfirmedAt, rule.Confirmed,
        [new("promised.approved", Fact.At(promise.ApprovedAt)), new("promised.deposit", Fact.At(promise.DepositAt)), new("promised.confirmed", Fact.At(promise.ConfirmedAt))]);
}
