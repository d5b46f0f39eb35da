using System.Globalization;
using DealerPortal.Web.Words;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace DealerPortal.Web.Controls;

/// <summary>MudBlazor's own words in the reader's language, from the portal's <c>Words/MudBlazor.resx</c>.</summary>
public sealed class PortalMudLocalizer : MudLocalizer
{
    // The library asks in English too; one place answers for both languages.
    public override LocalizedString this[string key] =>
        (Wording.IsEnglish ? Lexicon.English : Lexicon.Chinese).Find("mud." + key) is { } text ? new(key, text) : new(key, key, resourceNotFound: true);

    public override LocalizedString this[string key, params object[] arguments] =>
        this[key] is { ResourceNotFound: false } found ? new(key, string.Format(CultureInfo.CurrentCulture, found.Value, arguments)) : this[key];
}
