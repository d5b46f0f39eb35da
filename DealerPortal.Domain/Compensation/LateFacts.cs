using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Promises;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>Everything that decides what an order earns by being late. The ledger writes down what follows from it, and can be counted anew from it at any time.</summary>
/// <param name="Spans">Those that are granted and reach the order.</param>
public sealed record LateFacts(Promise Promise, IReadOnlyList<Shipment> Shipments, IReadOnlyList<ExcusedSpan> Spans, Edition Edition)
{
    private readonly OwedGoods owed = new(Promise.Parts, Shipments, Edition.Calendar);

    private LateDeliveryPay Rule => Edition.LatePay;

    public OwedGoods Owed => owed;

    /// <summary>What the date earns, and the earliest promised date among the goods that were late on it.</summary>
    public (Ruling<long> Pay, LocalDate? PromisedOn) On(LocalDate date)
    {
        var lines = owed.At(date);
        var late = lines.Where(line => Rule.IsOf(line.Family) && date > line.PromisedOn).Select(line => (LocalDate?)line.PromisedOn).Min();
        return (Rule.For(date, lines, Promise.Cause, Spans.FirstOrDefault(span => span.Covers(date))?.Reason), late);
    }

    /// <summary>The first date on which anything that was ever promised here could be late; null when nothing here can earn.</summary>
    public LocalDate? FirstLateDate =>
        Promise.Parts.Where(part => Rule.IsOf(part.Family)).Select(part => (LocalDate?)part.DueOn.PlusDays(1)).Min();

    /// <summary>The earliest promised date among what had not left before the instant, of whatever family; null when all of it had.</summary>
    public LocalDate? DueOn(Instant now) =>
        Promise.Open.Where(part => owed.OutstandingAt(part, now) > 0).Select(part => (LocalDate?)part.DueOn).Min();

    /// <summary>The dates up to <paramref name="today"/> on which goods that can earn were late, earliest first, each with what it earns.</summary>
    public IEnumerable<(LocalDate Date, LocalDate PromisedOn, Ruling<long> Pay)> Days(LocalDate today)
    {
        var last = LastDate(today);
        for (var date = FirstLateDate; date <= last; date = date.Value.PlusDays(1))
            if (On(date.Value) is (var pay, { } promisedOn)) yield return (date.Value, promisedOn, pay);
    }

    // An order that has left is late on no date after that: what was shipped years ago is not gone through to this day.
    private LocalDate LastDate(LocalDate today)
    {
        if (NextLateDate(today.PlusDays(1)) is not null) return today;
        var ends = Shipments.Select(shipment => shipment.ShippedAt).Concat(Promise.Parts.Select(part => part.HoldsUntil).OfType<Instant>()).Select(Edition.Calendar.DateOf);
        return LocalDate.Min(today, ends.DefaultIfEmpty(today).Max());
    }

    /// <summary>How late it has been up to <paramref name="today"/>: on how many dates, with goods of which families at the last, and what that earns together, with the last date's reasons.</summary>
    public (int Days, IReadOnlyList<string> Families, Ruling<long>? Pay) SoFar(LocalDate today) =>
        Days(today).ToList() is [.., var last] days ? (days.Count, FamiliesLateOn(last.Date), last.Pay with { Value = days.Sum(day => day.Pay.Value) }) : (0, [], null);

    // Of what the goods are that were late on the date and can earn.
    private IReadOnlyList<string> FamiliesLateOn(LocalDate date) => [.. owed.At(date).Where(line => Rule.IsOf(line.Family) && date > line.PromisedOn).Select(line => line.Family).Distinct()];

    /// <summary>The first date from <paramref name="from"/> on that will be late if nothing more ships; null when nothing that earns is owed at its 00:00.</summary>
    public LocalDate? NextLateDate(LocalDate from)
    {
        var promised = owed.At(from).Where(line => Rule.IsOf(line.Family)).Select(line => (LocalDate?)line.PromisedOn).Min();
        return promised is { } on ? LocalDate.Max(from, on.PlusDays(1)) : null;
    }
}
