using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Orders;

/// <summary>What a dealer ordered, as the ERP says it.</summary>
public sealed class Order : IRoot, IOfDealer
{
    /// <summary>The field of a change of dealers, whose values are the dealers' ids.</summary>
    internal const string DealerField = "orders.field.dealer";

    private readonly List<OrderLine> lines = [];

    private Order() { }

    public Order(Guid id, string number, Facts facts)
    {
        Id = id;
        Number = number;
        Take(facts);
        lines.AddRange(facts.Lines.Select(line => new OrderLine(line)));
    }

    /// <summary>What the ERP says of an order.</summary>
    /// <param name="ApprovedAt">When the order was approved; null while the ERP does not say.</param>
    /// <param name="DepositAt">When its deposit was in the company's account; null while the ERP does not say.</param>
    public sealed record Facts(Guid DealerId, LocalDate OrderedOn, IReadOnlyList<LineFacts> Lines, Instant? ApprovedAt = null, Instant? DepositAt = null);

    /// <summary>What the ERP says of one line.</summary>
    public sealed record LineFacts(int Number, string Family, string Spec, string? Colour, decimal Quantity, decimal? AreaSquareMetres = null);

    public Guid Id { get; private set; }

    /// <summary>The ERP's number of the order; unique.</summary>
    public string Number { get; private set; } = "";

    public Guid DealerId { get; private set; }

    /// <summary>In the company's zone.</summary>
    public LocalDate OrderedOn { get; private set; }

    public Instant? ApprovedAt { get; private set; }

    /// <summary>When the deposit was in the company's account.</summary>
    public Instant? DepositAt { get; private set; }

    /// <summary>The later of the two; null while one of them is missing.</summary>
    public Instant? ConfirmedAt => ApprovedAt is { } approved && DepositAt is { } paid ? Instant.Max(approved, paid) : null;

    /// <summary>When the last of it left; null while anything has not.</summary>
    public Instant? ShippedAt { get; private set; }

    public IReadOnlyList<OrderLine> Lines => lines;

    public int Version { get; private set; }

    /// <summary>Takes over what the ERP says now. Answers what is different; nothing when nothing is.</summary>
    /// <param name="lastShippedAt">When the latest of the order's shipments left; null when none has.</param>
    public Outcome<List<Change>> Update(Facts facts, Instant? lastShippedAt)
    {
        if (facts.DealerId != DealerId && lines.Exists(line => line.Shipped > 0)) return new Refusal("order.dealer-shipped", null, "dealer");
        var named = facts.Lines.ToDictionary(line => line.Number);
        if (lines.Select(line => line.Deny(named.GetValueOrDefault(line.Number))).FirstOrDefault(refusal => refusal is not null) is { } refusal) return refusal;

        var changes = Compare(facts, named).ToList();
        if (changes.Count == 0) return changes;
        Take(facts);
        lines.RemoveAll(line => !named.ContainsKey(line.Number));
        foreach (var line in lines) line.Take(named[line.Number]);
        lines.AddRange(facts.Lines.Where(line => Line(line.Number) is null).Select(line => new OrderLine(line)));
        // Goods added to an order that had left whole keep it open; goods struck off may be the last it waited for.
        Settle(lastShippedAt);
        return changes;
    }

    /// <summary>Counts goods as having left (or, with less than nothing, as not having left after all).</summary>
    /// <param name="lastShippedAt">When the latest of the order's shipments left.</param>
    public Outcome Ship(IReadOnlyDictionary<int, decimal> quantities, Instant lastShippedAt)
    {
        foreach (var (number, quantity) in quantities)
        {
            if (Line(number) is not { } line) return new Refusal("shipment.line-unknown", null, "line", Fact.Of(Number), Fact.Number(number));
            if (quantity > 0 && line.Shipped + quantity > line.Quantity)
                return new Refusal("shipment.more-than-ordered", null, "quantity", Fact.Number(number), Fact.Number(line.Quantity), Fact.Number(line.Shipped));
        }
        foreach (var (number, quantity) in quantities) Line(number)!.Ship(quantity);
        Settle(lastShippedAt);
        return Outcome.Done;
    }

    /// <summary>Somebody of the company says one or both of the facts that confirm an order, before the ERP does.</summary>
    public List<Change> Confirm(Instant? approvedAt, Instant? depositAt)
    {
        var changes = Compare(approvedAt, depositAt).ToList();
        (ApprovedAt, DepositAt) = (approvedAt ?? ApprovedAt, depositAt ?? DepositAt);
        return changes;
    }

    public OrderLine? Line(int number) => lines.Find(line => line.Number == number);

    private void Settle(Instant? lastShippedAt) => ShippedAt = lines.TrueForAll(line => line.IsShipped) ? lastShippedAt : null;

    private IEnumerable<Change> Compare(Facts facts, Dictionary<int, LineFacts> named)
    {
        if (facts.DealerId != DealerId) yield return new(DealerField, null, Fact.Of(DealerId.ToString()), Fact.Of(facts.DealerId.ToString()));
        if (facts.OrderedOn != OrderedOn) yield return new("orders.field.ordered-on", null, Fact.On(OrderedOn), Fact.On(facts.OrderedOn));
        foreach (var change in Compare(facts.ApprovedAt, facts.DepositAt)) yield return change;
        foreach (var line in lines.Where(line => !named.ContainsKey(line.Number)))
            yield return new("orders.field.line", line.Number, Fact.Of(line.Spec), Change.Nothing);
        foreach (var line in facts.Lines)
        {
            if (Line(line.Number) is not { } known) yield return new("orders.field.line", line.Number, Change.Nothing, Fact.Of(line.Spec));
            else foreach (var change in known.Compare(line)) yield return change;
        }
    }

    // What is not said is not unsaid: a file without these columns leaves them as they are.
    private IEnumerable<Change> Compare(Instant? approvedAt, Instant? depositAt)
    {
        if (approvedAt is { } approved && approved != ApprovedAt) yield return new("orders.field.approved-at", null, When(ApprovedAt), Fact.At(approved));
        if (depositAt is { } paid && paid != DepositAt) yield return new("orders.field.deposit-at", null, When(DepositAt), Fact.At(paid));
    }

    private static Fact When(Instant? instant) => instant is { } at ? Fact.At(at) : Change.Nothing;

    private void Take(Facts facts) =>
        (DealerId, OrderedOn, ApprovedAt, DepositAt) = (facts.DealerId, facts.OrderedOn, facts.ApprovedAt ?? ApprovedAt, facts.DepositAt ?? DepositAt);
}
