namespace DealerPortal.Domain.Dealers;

/// <summary>Telephone numbers as they are compared: digits only, without the country's code and without an extension.</summary>
public static class PhoneNumber
{
    private static readonly string[] Extensions = ["转", "轉", "ext", "x", "#", "*"];

    /// <summary>What a number is found by; empty where the text holds no number.</summary>
    public static string Digits(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var number = text.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant();
        foreach (var extension in Extensions)
            if (number.IndexOf(extension, StringComparison.Ordinal) is > 4 and var at) number = number[..at];
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        // 0086 138…, +86 138…, 86 0311…: the country is always the same. A number that merely begins with 86 is too short to lose it.
        if (digits.StartsWith("0086", StringComparison.Ordinal)) digits = digits[4..];
        else if (digits.Length >= 12 && digits.StartsWith("86", StringComparison.Ordinal)) digits = digits[2..];
        return digits.Length > 20 ? digits[..20] : digits;
    }

    /// <summary>The same from its end, so that a number without its area code is found by an index too.</summary>
    public static string Backwards(string digits) => string.Concat(digits.Reverse());
}
