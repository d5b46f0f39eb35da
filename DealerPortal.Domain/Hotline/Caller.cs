using DealerPortal.Domain.Dealers;

namespace DealerPortal.Domain.Hotline;

/// <summary>Who is on the phone, as the desk took it down.</summary>
/// <param name="DealerId">Null where nobody knows the caller.</param>
public sealed record Caller(Guid? DealerId, string Name, string Number)
{
    public Caller Trimmed() => this with { Name = Cut(Name, 60), Number = Cut(Number, 40) };

    /// <summary>What the number is found by.</summary>
    public string Digits => PhoneNumber.Digits(Number);

    /// <summary>Both in one line, as they stand on a case; null where neither was said.</summary>
    public string? Said => (Name.Trim(), Number.Trim()) switch { ("", "") => null, ("", var number) => number, (var name, "") => name, var (name, number) => $"{name} {number}" };

    private static string Cut(string text, int atMost) => text.Trim() is var trimmed && trimmed.Length > atMost ? trimmed[..atMost] : trimmed;
}
