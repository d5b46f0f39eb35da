using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace DealerPortal.Web.Parts;

/// <summary>Markup that only shows something, as one piece: for rows of lists that stay open all day, where each part of its own costs memory in every circuit.</summary>
public static class Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Every value is encoded; only what is markup already goes in as it is.</summary>
    public static MarkupString Of(FormattableString html) =>
        new(string.Format(CultureInfo.InvariantCulture, html.Format, [.. html.GetArguments().Select(Encode)]));

    private static string Encode(object? value) => value is MarkupString markup ? markup.Value : Encoder.Encode(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
}
