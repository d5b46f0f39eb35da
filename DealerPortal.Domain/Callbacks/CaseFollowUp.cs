using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>A settled case that a callback asks about: one handling of it, once.</summary>
public sealed class CaseFollowUp
{
    private CaseFollowUp() { }

    internal CaseFollowUp(Guid callbackId, Waiting asked) =>
        (Id, CallbackId, CaseId, Round, Number) = (Guid.CreateVersion7(), callbackId, asked.CaseId, asked.Round, asked.Number);

    public Guid Id { get; private set; }

    public Guid CallbackId { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>Which handling of the case; together with it unique.</summary>
    public int Round { get; private set; }

    /// <summary>What people call the case by.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The dealer's word; null until he was reached.</summary>
    public bool? IsContent { get; private set; }

    internal void Hear(bool isContent) => IsContent = isContent;

    /// <summary>A case that waits to be asked about.</summary>
    internal sealed record Waiting(Guid DealerId, Guid CaseId, string Number, int Round, LocalDate SettledOn);
}
