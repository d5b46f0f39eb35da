using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Dealers;

/// <summary>A dealer's tier from a date on, until the next one begins. Never changed: another tier is another period.</summary>
public sealed class TierPeriod : IOfDealer
{
    private TierPeriod() { }

    public TierPeriod(Guid id, Guid dealerId, string tier, LocalDate from, string setBy, Instant setAt) =>
        (Id, DealerId, Tier, From, SetBy, SetAt) = (id, dealerId, tier, from, setBy, setAt);

    public Guid Id { get; private set; }

    public Guid DealerId { get; private set; }

    /// <summary>The pack's code, such as <c>gold</c>.</summary>
    public string Tier { get; private set; } = "";

    /// <summary>The first date on which it holds, in the company's zone.</summary>
    public LocalDate From { get; private set; }

    public string SetBy { get; private set; } = "";

    public Instant SetAt { get; private set; }
}
