using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>Dates that earn nothing, because nobody could have shipped or because the dealer asked to wait: recorded, proved, and approved before it counts.</summary>
public sealed class ExcusedSpan : IRoot
{
    private ExcusedSpan() { }

    public ExcusedSpan(Guid id, Facts facts, Guid approvalId, Actor by, Instant now)
    {
        (Id, Scope, OrderId, Region, Carrier) = (id, facts.Scope, facts.OrderId, facts.Region, facts.Carrier);
        (Reason, FirstDate, LastDate, Description, Documents) = (facts.Reason, facts.FirstDate, facts.LastDate, facts.Description, facts.Documents);
        (ApprovalId, RecordedBy, RecordedAt) = (approvalId, by.Name, now);
    }

    /// <param name="Reason">By its code, one of those the regulation names.</param>
    /// <param name="Documents">What proves it, one a line: warnings, notices, reports with number and date.</param>
    public sealed record Facts(
        ExcuseScope Scope, Guid? OrderId, string? Region, string? Carrier, string Reason, LocalDate FirstDate, LocalDate LastDate, string Description, string Documents);

    /// <summary>Made by the form, so that sending twice is once.</summary>
    public Guid Id { get; private set; }

    public ExcuseScope Scope { get; private set; }

    public Guid? OrderId { get; private set; }

    public string? Region { get; private set; }

    public string? Carrier { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>The first date that is excused, in the company's zone.</summary>
    public LocalDate FirstDate { get; private set; }

    /// <summary>The last one, which is excused too.</summary>
    public LocalDate LastDate { get; private set; }

    public string Description { get; private set; } = "";

    /// <summary>As written down; photos of them hang on the span's id.</summary>
    public string Documents { get; private set; } = "";

    public Guid ApprovalId { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public Instant RecordedAt { get; private set; }

    /// <summary>When it was granted or refused; null while it waits.</summary>
    public Instant? SettledAt { get; private set; }

    public bool IsGranted { get; private set; }

    /// <summary>When the orders it covers were set to be looked at again; null while they were not.</summary>
    public Instant? SpreadAt { get; private set; }

    public int Version { get; private set; }

    public Facts Said => new(Scope, OrderId, Region, Carrier, Reason, FirstDate, LastDate, Description, Documents);

    public bool Covers(LocalDate date) => IsGranted && FirstDate <= date && date <= LastDate;

    /// <summary>Whether it reaches an order, by the order's id, its dealer's region, and who carried it.</summary>
    public bool Reaches(Guid order, string region, IReadOnlyCollection<string> carriers) => Scope switch
    {
        ExcuseScope.Order => OrderId == order,
        ExcuseScope.Region => Region == region,
        _ => carriers.Contains(Carrier!),
    };

    public void Settle(bool granted, Instant now)
    {
        if (SettledAt is null) (IsGranted, SettledAt) = (granted, now);
    }

    public void Spread(Instant now) => SpreadAt ??= now;
}
