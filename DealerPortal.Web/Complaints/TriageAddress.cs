using DealerPortal.Domain.Complaints;
using DealerPortal.Web.Shell;

namespace DealerPortal.Web.Complaints;

/// <summary>What the board shows, as its address says it: a link that is sent shows the same.</summary>
public sealed record TriageAddress(TriageBoard.Tab Tab, TriageFilter Filter, string? Find, Guid? Case)
{
    /// <summary>Reads the parts of an address; what it cannot read is left aside.</summary>
    public static TriageAddress Read(string? tab, string? family, string? category, string? region, string? dealer, string? tier, string? state, string? due) => new(
        Named<TriageBoard.Tab>(tab) ?? TriageBoard.Tab.Open,
        new(Text(family), Text(category), Text(region), Text(dealer), Text(tier), Named<CaseState>(state), Named<DueSpan>(due)),
        null, null);

    /// <summary>The same without a page's beginning.</summary>
    public string Url => PortalUrls.With(PortalUrls.Triage,
        ("tab", $"{Tab}"), ("family", Filter.Family), ("category", Filter.Category), ("region", Filter.Region), ("dealer", Filter.Dealer), ("tier", Filter.Tier),
        ("state", Filter.State?.ToString()), ("due", Filter.Due?.ToString()), ("find", Find), ("case", Case?.ToString()));

    public TriageBoard.Query Question(TriageBoard.Cursor? after) => new(Tab, after, Find, Filter.IsSet ? Filter : null);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static T? Named<T>(string? text) where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
