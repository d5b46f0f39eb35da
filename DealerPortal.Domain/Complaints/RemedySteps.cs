namespace DealerPortal.Domain.Complaints;

/// <summary>What each remedy consists of, in order, and what has to be entered with each step.</summary>
public static class RemedySteps
{
    /// <summary>The steps of one remedy of a plan. An explanation is carried out by being given.</summary>
    public static IEnumerable<(string Remedy, StepKind Kind)> Of(PlanDraft.Remedy remedy) => KindsOf(remedy).Select(kind => (remedy.Code, kind));

    /// <summary>Whether goods go back to a factory, whose address the plan then names.</summary>
    public static bool NeedsReturn(string remedy) => remedy is "repair" or "exchange" or "return";

    /// <summary>Whether a plan has to name an amount for it.</summary>
    public static bool NeedsAmount(string remedy) => remedy is "compensation" or "paid-service";

    /// <summary>Steps that the dealer does; all others are the company's.</summary>
    public static bool IsDealers(StepKind kind) => kind is StepKind.ReturnShipment or StepKind.QuoteAccepted;

    /// <summary>Goods on their way: a waybill is entered.</summary>
    public static bool IsShipment(StepKind kind) => kind is StepKind.ReturnShipment or StepKind.SentBack or StepKind.ExchangeSent or StepKind.ReplenishmentSent;

    public static bool IsMoney(StepKind kind) => kind is StepKind.Paid or StepKind.PaymentReceived;

    internal static Refusal? Missing(StepKind kind, PlanStep.Proof proof) =>
        kind is StepKind.ReturnShipment && !proof.IsPackedWhole ? new("step.packing", null, "packed")
        : IsShipment(kind) && string.IsNullOrWhiteSpace(proof.Waybill) ? new("step.waybill", null, "waybill")
        : kind is StepKind.ReturnShipment && string.IsNullOrWhiteSpace(proof.CarrierPhone) ? new("step.freight-phone", null, "phone")
        : IsMoney(kind) && string.IsNullOrWhiteSpace(proof.Note) ? new("step.payment-number", null, "note")
        : null;

    private static StepKind[] KindsOf(PlanDraft.Remedy remedy) => remedy.Code switch
    {
        "repair" => [StepKind.ReturnShipment, StepKind.ReturnReceived, StepKind.Repaired, StepKind.SentBack],
        "exchange" => [StepKind.ReturnShipment, StepKind.ReturnReceived, StepKind.ExchangeSent],
        "return" => remedy.AmountFen > 0 ? [StepKind.ReturnShipment, StepKind.ReturnReceived, StepKind.Paid] : [StepKind.ReturnShipment, StepKind.ReturnReceived],
        "replenish" => [StepKind.ReplenishmentSent],
        "compensation" => [StepKind.Paid],
        "paid-service" => [StepKind.QuoteAccepted, StepKind.PaymentReceived, StepKind.ServiceDone],
        _ => [],
    };
}
