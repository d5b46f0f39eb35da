using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Promises;

/// <summary>What of an order had not been shipped when a date began. A function of the promise and the shipments, whenever it is asked.</summary>
public sealed class OwedGoods(IReadOnlyList<PromisedPart> parts, IReadOnlyList<Shipment> shipments, WorkingCalendar calendar)
{
    private readonly ILookup<int, (Instant At, decimal Quantity)> left = shipments
        .SelectMany(shipment => shipment.Lines, (shipment, line) => (line.OrderLineNumber, (shipment.ShippedAt, line.Quantity)))
        .ToLookup(pair => pair.OrderLineNumber, pair => pair.Item2);

    /// <summary>The parts of which something was owed at 00:00 of the date. What ships in the course of a date was still owed when it began.</summary>
    public IReadOnlyList<OwedLine> At(LocalDate date)
    {
        var start = calendar.StartOf(date);
        return [.. from part in parts
                   where part.HeldAt(start)
                   let owed = OutstandingAt(part, start)
                   where owed > 0
                   orderby part.LineNumber, part.Above
                   select new OwedLine(part.LineNumber, part.Family, part.DueOn, owed)];
    }

    /// <summary>How much of a part had not left before the instant.</summary>
    public decimal OutstandingAt(PromisedPart part, Instant at) =>
        Math.Max(0, part.UpTo - Math.Max(part.Above, left[part.LineNumber].Where(parcel => parcel.At < at).Sum(parcel => parcel.Quantity)));

    /// <summary>When the last of a part left; null while something of it has not.</summary>
    public Instant? ShippedAt(PromisedPart part)
    {
        var sum = 0m;
        foreach (var (at, quantity) in left[part.LineNumber].OrderBy(parcel => parcel.At))
            if ((sum += quantity) >= part.UpTo) return at;
        return null;
    }
}
