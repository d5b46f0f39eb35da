using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Dealers;

/// <summary>A further number under which a dealer calls, and who answers there. The ERP's own number stands on the dealer.</summary>
public sealed class DealerPhone : IOfDealer
{
    private DealerPhone() { }

    public DealerPhone(Guid id, Guid dealerId, string number, string contact, Actor by, Instant now)
    {
        (Id, DealerId, Number, Contact, AddedBy, AddedAt) = (id, dealerId, number.Trim(), contact.Trim(), by.Name, now);
        Digits = PhoneNumber.Digits(number);
        Backwards = PhoneNumber.Backwards(Digits);
    }

    public Guid Id { get; private set; }

    public Guid DealerId { get; private set; }

    /// <summary>As it was said.</summary>
    public string Number { get; private set; } = "";

    /// <summary>As it is compared.</summary>
    public string Digits { get; private set; } = "";

    public string Backwards { get; private set; } = "";

    /// <summary>Who answers there; empty where nobody said.</summary>
    public string Contact { get; private set; } = "";

    public string AddedBy { get; private set; } = "";

    public Instant AddedAt { get; private set; }
}
