using DealerPortal.Domain.Policies.Reading;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>The closed list of rule kinds by the names that packs use. A new kind of rule is a class and a line here; a new figure is a line of YAML.</summary>
internal static class RuleKinds
{
    /// <summary>The kind on which all others may lean, and which each edition has.</summary>
    public const string Calendar = "business-calendar";

    public static IReadOnlyDictionary<string, Func<ClauseReading, Rule?>> All { get; } = new Dictionary<string, Func<ClauseReading, Rule?>>(StringComparer.Ordinal)
    {
        [Calendar] = BusinessCalendarReading.Read,
        ["acceptance-windows"] = AcceptanceWindowsReading.Read,
        ["evidence-needs"] = EvidenceNeedsReading.Read,
        ["working-day-clocks"] = WorkingDayClocksReading.Read,
        ["promised-dates"] = PromisedDatesReading.Read,
        ["late-delivery-pay"] = LateDeliveryPayReading.Read,
        ["approval-chains"] = ApprovalChainsReading.Read,
        ["problem-catalogue"] = ProblemCatalogueReading.Read,
        ["staff-conduct"] = StaffConductReading.Read,
        ["call-scripts"] = CallScriptsReading.Read,
        ["callback-cadences"] = CallbackCadencesReading.Read,
        ["callback-survey"] = CallbackSurveyReading.Read,
    };
}
