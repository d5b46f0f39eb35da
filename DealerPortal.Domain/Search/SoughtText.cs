using System.Text;
using DealerPortal.Domain.Dealers;

namespace DealerPortal.Domain.Search;

/// <summary>What somebody typed into the search field, made safe to look for: no control characters, one blank between words, eighty characters at most.</summary>
/// <param name="Text">As it was typed.</param>
internal sealed record SoughtText(string Text)
{
    public const int AtMost = 80;

    /// <summary>Numbers of the portal and of the ERP are written in capitals, whoever types them.</summary>
    public string Upper { get; } = Text.ToUpperInvariant();

    /// <summary>Behind the last text that begins with this one.</summary>
    public string UpperEnd => Upper + "~";

    public string TextEnd => Text + "~";

    /// <summary>The telephone number it is; empty where it is none.</summary>
    public string Digits { get; } =
        Text.All(letter => char.IsAsciiDigit(letter) || "+-() ,.转".Contains(letter, StringComparison.Ordinal)) && PhoneNumber.Digits(Text) is { Length: >= 3 } digits ? digits : "";

    /// <summary>Null where there is nothing to look for.</summary>
    public static SoughtText? Of(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var text = new StringBuilder();
        foreach (var rune in typed.EnumerateRunes())
        {
            if (text.Length >= AtMost) break;
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune)) text.Append(rune);
            else if (text is [.., not ' ']) text.Append(' ');
        }
        return text.ToString().Trim() is { Length: > 0 } left ? new(left) : null;
    }
}
