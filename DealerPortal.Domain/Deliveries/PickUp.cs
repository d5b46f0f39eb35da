using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Deliveries;

/// <summary>Goods a dealer took from the freight depot, waiting for the dealer's word on them, family by family.</summary>
public sealed class PickUp : IRoot, IOfDealer
{
    private readonly List<PickUpLine> lines = [];
    private readonly List<PickedUpShipment> shipments = [];

    private PickUp() { }

    public PickUp(Guid id, Guid dealerId, Instant pickedUpAt, Instant recordedAt, IEnumerable<Guid> shipmentIds)
    {
        Id = id;
        DealerId = dealerId;
        PickedUpAt = pickedUpAt;
        RecordedAt = recordedAt;
        shipments.AddRange(shipmentIds.Select(shipment => new PickedUpShipment(shipment, id)));
    }

    public Guid Id { get; private set; }

    public Guid DealerId { get; private set; }

    /// <summary>When the goods changed hands, as the dealer says.</summary>
    public Instant PickedUpAt { get; private set; }

    /// <summary>When the portal was told.</summary>
    public Instant RecordedAt { get; private set; }

    /// <summary>The earliest instant at which something happens by itself: the one column the sweep looks at. Null when nothing is owed.</summary>
    public Instant? NextDueAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<PickUpLine> Lines => lines;

    public IReadOnlyList<PickedUpShipment> Shipments => shipments;

    /// <summary>Starts the window of one family. Reminders that the recording itself has overtaken are not given.</summary>
    public void Await(string family, decimal quantity, Ruling<Window> window)
    {
        var line = new PickUpLine(Id, family, quantity, window);
        line.Remind(RecordedAt);
        lines.Add(line);
        FindNextDue();
    }

    /// <summary>The dealer signed the outbound order of a family. After the window the word is kept and changes nothing.</summary>
    public Outcome Accept(string family, Guid inspectionId, Instant now) => Answer(family, LineAnswer.Accepted, inspectionId, now);

    /// <summary>The dealer refused the goods of a family. After the window the word is kept and changes nothing.</summary>
    public Outcome Reject(string family, Guid inspectionId, Instant now) => Answer(family, LineAnswer.Rejected, inspectionId, now);

    /// <summary>Every line whose window has ended in silence counts as accepted. Running it twice changes nothing.</summary>
    public IReadOnlyList<PickUpLine> DeemAccepted(Instant now)
    {
        var silent = lines.Where(line => line.CloseIfSilent(now)).ToList();
        FindNextDue();
        return silent;
    }

    /// <summary>The reminders due now, each given once.</summary>
    public IReadOnlyList<(PickUpLine Line, Reminder Reminder)> Remind(Instant now)
    {
        var due = lines.Select(line => (Line: line, Reminder: line.Remind(now))).Where(pair => pair.Reminder is not null).ToList();
        FindNextDue();
        return [.. due.Select(pair => (pair.Line, pair.Reminder!.Value))];
    }

    /// <summary>Refused goods that were installed or settled with the consumer without consent count as accepted.</summary>
    public Outcome CountAsAccepted(string family) =>
        Line(family) is { } line ? line.CountAsAccepted() : Refusal.NotFound;

    public PickUpLine? Line(string family) => lines.Find(line => line.Family == family);

    private Outcome Answer(string family, LineAnswer answer, Guid inspectionId, Instant now)
    {
        if (Line(family) is not { } line) return Refusal.NotFound;
        var outcome = line.Take(answer, inspectionId, now);
        FindNextDue();
        return outcome;
    }

    private void FindNextDue() => NextDueAt = lines.Min(line => line.NextDueAt);
}
