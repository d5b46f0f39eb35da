using MudBlazor;

namespace DealerPortal.Web.Controls;

/// <summary>How the kinds of buttons look: <c>primary</c> filled, <c>danger</c> outlined in red, <c>quiet</c> without a border, others outlined.</summary>
internal static class Buttons
{
    public static Variant VariantOf(string kind) => Has(kind, "primary") ? Variant.Filled : Has(kind, "quiet") ? Variant.Text : Variant.Outlined;

    public static Color ColorOf(string kind) => Has(kind, "danger") ? Color.Error : Has(kind, "primary") || Has(kind, "quiet") ? Color.Primary : Color.Default;

    private static bool Has(string kind, string word) => kind.Split(' ').Contains(word);
}
