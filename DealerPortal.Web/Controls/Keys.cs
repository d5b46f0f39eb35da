using System.Globalization;

namespace DealerPortal.Web.Controls;

/// <summary>A value as text, the same on every machine: what a choice is called in the page and in a kept form.</summary>
public static class Keys
{
    public static string Of<T>(T? value) => value switch
    {
        null => "",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
