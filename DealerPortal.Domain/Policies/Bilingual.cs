using System.Globalization;

namespace DealerPortal.Domain.Policies;

/// <summary>A text of a pack in both languages of the portal.</summary>
public sealed record Bilingual(string Zh, string En)
{
    /// <summary>English for an English reader, Chinese for everybody else.</summary>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? En : Zh;
}
