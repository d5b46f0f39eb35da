using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Promises;

/// <summary>What the company owes on a confirmed order: by when each of its lines ships; and what is known of why it did not.</summary>
/// <remarks>One for each order, under the order's own id. The first promise is kept whatever the ERP changes afterwards.</remarks>
public sealed class Promise : IRoot, IOfDealer
{
    private readonly List<PromisedPart> parts = [];

    private Promise() { }

    /// <summary>The promise of an order that is confirmed, under the edition that holds at its confirmation.</summary>
    public Promise(Order order, Edition edition, Instant now)
    {
        var confirmed = order.ConfirmedAt ?? throw new ArgumentException($"Order {order.Number} is not confirmed: nothing is promised yet.", nameof(order));
        (Id, Number, DealerId) = (order.Id, order.Number, order.DealerId);
        (ApprovedAt, DepositAt, ConfirmedAt) = (order.ApprovedAt!.Value, order.DepositAt!.Value, confirmed);
        (Pack, Edition, MadeAt) = (edition.Pack, edition.Name, now);
        foreach (var line in order.Lines) parts.Add(Part(line, above: 0, confirmed, edition, holdsFrom: null));
        DueOn = parts.Min(part => (LocalDate?)part.DueOn);
        LookAgain(now);
    }

    /// <summary>The order's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The order's number.</summary>
    public string Number { get; private set; } = "";

    public Guid DealerId { get; private set; }

    public Instant ApprovedAt { get; private set; }

    public Instant DepositAt { get; private set; }

    /// <summary>The later of the two, as it was known when the promise was made.</summary>
    public Instant ConfirmedAt { get; private set; }

    /// <summary>When the portal was told.</summary>
    public Instant MadeAt { get; private set; }

    public string Pack { get; private set; } = "";

    public string Edition { get; private set; } = "";

    /// <summary>Why it is late, as after-sales says, by its code; null while nobody has decided.</summary>
    public string? Cause { get; private set; }

    /// <summary>The plant where it was delayed, as after-sales calls it.</summary>
    public string? Plant { get; private set; }

    public string? CauseNote { get; private set; }

    public string? CauseBy { get; private set; }

    public Instant? CauseAt { get; private set; }

    /// <summary>The earliest date among what is still owed, of whatever family, as it was last looked at; null when all of it has left.</summary>
    public LocalDate? DueOn { get; private set; }

    /// <summary>The first date not yet looked at for which something may be earned; null when nothing is owed any more.</summary>
    public LocalDate? NextEarnOn { get; private set; }

    /// <summary>Since when facts wait that bear on dates looked at already; null when none do.</summary>
    public Instant? ChangedAt { get; private set; }

    /// <summary>When the ledger is to be looked at next: the one column the sweep asks for.</summary>
    public Instant? NextLookAt { get; private set; }

    /// <summary>How often facts came in. Rises with each, so that a look that began before a fact and ends after it meets it, and begins anew.</summary>
    public int Changes { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<PromisedPart> Parts => parts;

    /// <summary>What is promised now.</summary>
    public IEnumerable<PromisedPart> Open => parts.Where(part => part.IsOpen);

    /// <summary>Follows what the ERP changed. What was promised stays promised; goods that are added count from now. Answers the lines concerned.</summary>
    public IReadOnlyList<int> Follow(Order order, Edition edition, Instant now)
    {
        var concerned = new List<int>();
        foreach (var number in Open.Select(part => part.LineNumber).Union(order.Lines.Select(line => line.Number)).Order().ToList())
            if (Follow(number, order.Line(number), edition, now)) concerned.Add(number);
        if (concerned.Count > 0 || order.DealerId != DealerId) LookAgain(now);
        DealerId = order.DealerId;
        return concerned;
    }

    /// <summary>A fact came in, perhaps late, that bears on dates looked at already.</summary>
    public void LookAgain(Instant now)
    {
        Changes++;
        ChangedAt ??= now;
        NextLookAt = NextLookAt is { } due ? Instant.Min(due, now) : now;
    }

    /// <summary>Every date before <paramref name="next"/> stands in the ledger as the facts say.</summary>
    /// <param name="next">The next date that may earn, and its 00:00; null when nothing that earns is owed any more.</param>
    /// <param name="dueOn">The earliest date among what is still owed.</param>
    public void Looked((LocalDate Date, Instant Start)? next, LocalDate? dueOn) => (NextEarnOn, NextLookAt, ChangedAt, DueOn) = (next?.Date, next?.Start, null, dueOn);

    /// <summary>After-sales says why it is late; saying the same again changes nothing.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Decide(string cause, string? plant, string? note, Actor by, Instant now)
    {
        if ((Cause, Plant, CauseNote) == (cause, plant, note)) return false;
        (Cause, Plant, CauseNote, CauseBy, CauseAt) = (cause, plant, note, by.Name, now);
        LookAgain(now);
        return true;
    }

    /// <summary>The dealer agreed to a later date for the goods of which the order is large.</summary>
    public void Agree(DateProposal proposal, Instant now)
    {
        var families = proposal.Families.Split(',');
        foreach (var part in Open.Where(part => families.Contains(part.Family) && part.DueOn < proposal.ProposedOn)) part.Agree(proposal.ProposedOn, proposal.Id);
        LookAgain(now);
    }

    private bool Follow(int number, OrderLine? line, Edition edition, Instant now)
    {
        var open = Open.Where(part => part.LineNumber == number).OrderBy(part => part.Above).ToList();
        var promised = open.Count == 0 ? 0 : open[^1].UpTo;
        var wanted = line?.Quantity ?? 0;
        if (promised == wanted) return false;
        if (wanted > promised) parts.Add(Part(line!, promised, Instant.Max(ConfirmedAt, now), edition, now));
        foreach (var part in open.Where(part => part.Above >= wanted)) part.Close(now);
        if (open.Find(part => part.Above < wanted && wanted < part.UpTo) is { } cut) parts.Add(cut.Shrink(wanted, now));
        return true;
    }

    private static PromisedPart Part(OrderLine line, decimal above, Instant counted, Edition edition, Instant? holdsFrom) =>
        new(line, above, edition.PromisedDates.For(line.Family, line.Colour, counted, edition.Calendar), holdsFrom);
}
