using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>Something said about a case, between dealer and company or (internal) among the staff. Never changed, never taken back.</summary>
public sealed class CaseMessage : IOfDealer
{
    private CaseMessage() { }

    public CaseMessage(Guid id, Complaint about, string text, bool isInternal, Actor by, Instant now)
    {
        (Id, ComplaintId, DealerId, Round) = (id, about.Id, about.DealerId, about.Round);
        (Text, IsInternal, IsFromDealer, By, ByName, At) = (text, isInternal, by.IsDealer, by.UserId, by.Name, now);
    }

    /// <summary>Made by the form, so that sending twice is once.</summary>
    public Guid Id { get; private set; }

    public Guid ComplaintId { get; private set; }

    public Guid DealerId { get; private set; }

    public int Round { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>A note among the staff, which the dealer never sees.</summary>
    public bool IsInternal { get; private set; }

    public bool IsFromDealer { get; private set; }

    public Guid? By { get; private set; }

    public string ByName { get; private set; } = "";

    public Instant At { get; private set; }
}
