namespace DealerPortal.Domain.Complaints;

/// <summary>The closed list of things that carry a plan out. Words under <c>plan-step.NAME</c>.</summary>
public enum StepKind
{
    /// <summary>By the dealer: packed whole, sent to the named factory, with the freight phone and the waybill.</summary>
    ReturnShipment,
    ReturnReceived,
    Repaired,
    SentBack,
    ExchangeSent,
    ReplenishmentSent,
    Paid,

    /// <summary>By the dealer: the price of the paid service is accepted.</summary>
    QuoteAccepted,
    PaymentReceived,
    ServiceDone,
}
