using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Dealers;

/// <summary>A dealer the manufacturer serves, in one region.</summary>
public sealed class Dealer : IRoot
{
    private Dealer() { }

    public Dealer(Guid id, string code, string name, string region, Instant now)
    {
        Id = id;
        Code = code;
        Name = name;
        Region = region;
        AddedAt = now;
    }

    public Guid Id { get; private set; }

    /// <summary>The ERP's number of the dealer; unique.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The code of the sales region, such as <c>north</c>.</summary>
    public string Region { get; private set; } = "";

    public string? Phone { get; private set; }

    /// <summary>The number as callers are found by it, and the same from its end; see <see cref="PhoneNumber"/>.</summary>
    public string PhoneDigits { get; private set; } = "";

    public string PhoneBackwards { get; private set; } = "";

    public Instant AddedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Takes over what the ERP says of the dealer now. Answers whether anything is new.</summary>
    public bool Update(string name, string region, string? phone)
    {
        if ((Name, Region, Phone) == (name, region, phone)) return false;
        (Name, Region, Phone, PhoneDigits) = (name, region, phone, PhoneNumber.Digits(phone));
        PhoneBackwards = PhoneNumber.Backwards(PhoneDigits);
        return true;
    }
}
