using DealerPortal.Domain.Policies;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>A settled case that a callback asks about: one handling of it, once.</summary>
public sealed class CaseFollowUp
{
    private CaseFollowUp() { }

    internal CaseFollowUp(Guid callbackId, Waiting asked, string edition) =>
        (Id, CallbackId, CaseId, Round, Number, SettledOn, Edition) = (Guid.CreateVersion7(), callbackId, asked.CaseId, asked.Round, asked.Number, asked.SettledOn, edition);

    public Guid Id { get; private set; }

    public Guid CallbackId { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>Which handling of the case; together with it unique.</summary>
    public int Round { get; private set; }

    /// <summary>What people call the case by.</summary>
    public string Number { get; private set; } = "";

    public LocalDate SettledOn { get; private set; }

    /// <summary>Whose figures are promised: of the callback's own pack.</summary>
    public string Edition { get; private set; } = "";

    /// <summary>The dealer's word; null until he was reached.</summary>
    public bool? IsContent { get; private set; }

    internal Ruling<LocalDate> DueBy(Edition edition) => edition.Cadences.FollowUpDue(SettledOn, Number, edition.Calendar);

    internal void Hear(bool isContent) => IsContent = isContent;

    /// <summary>A case that waits to be asked about.</summary>
    internal sealed record Waiting(Guid DealerId, Guid CaseId, string Number, int Round, LocalDate SettledOn);
}
