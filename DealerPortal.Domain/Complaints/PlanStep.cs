using DealerPortal.Domain.Accounts;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>One thing that has to be done to carry a plan out; once done, by whom, when, and with which waybill or receipt.</summary>
public sealed class PlanStep
{
    private PlanStep() { }

    internal PlanStep(int place, string remedy, StepKind kind) => (Id, Place, Remedy, Kind) = (Guid.CreateVersion7(), place, remedy, kind);

    public Guid Id { get; private set; }

    public int Place { get; private set; }

    public string Remedy { get; private set; } = "";

    public StepKind Kind { get; private set; }

    public Instant? DoneAt { get; private set; }

    public string? DoneBy { get; private set; }

    public string? Carrier { get; private set; }

    public string? CarrierPhone { get; private set; }

    public string? Waybill { get; private set; }

    /// <summary>Number of the payment, or whatever else is worth keeping.</summary>
    public string? Note { get; private set; }

    public bool IsDone => DoneAt is not null;

    /// <summary>Whether this person does steps of this kind.</summary>
    public bool IsFor(Actor actor) => RemedySteps.IsDealers(Kind)
        ? actor.IsDealer
        : actor.IsAny(Role.AfterSalesAgent, Role.AfterSalesSupervisor)
            || (actor.Is(Role.Finance) && RemedySteps.IsMoney(Kind))
            || (actor.Is(Role.LogisticsDispatcher) && (RemedySteps.IsShipment(Kind) || Kind is StepKind.ReturnReceived));

    internal Refusal? Finish(Proof proof, Actor by, Instant now)
    {
        if (RemedySteps.Missing(Kind, proof) is { } refusal) return refusal;
        (DoneAt, DoneBy, Carrier, CarrierPhone, Waybill, Note) = (now, by.Name, Text(proof.Carrier), Text(proof.CarrierPhone), Text(proof.Waybill), Text(proof.Note));
        return null;
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>What is entered with a step.</summary>
    /// <param name="IsPackedWhole">The dealer confirms that the goods are packed whole.</param>
    public sealed record Proof(string? Carrier = null, string? CarrierPhone = null, string? Waybill = null, string? Note = null, bool IsPackedWhole = false);
}
