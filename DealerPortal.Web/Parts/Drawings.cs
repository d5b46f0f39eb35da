namespace DealerPortal.Web.Parts;

/// <summary>The portal's line drawings, each one path on a 24 × 24 field, stroked by the style sheet.</summary>
public static class Drawings
{
    private static readonly Dictionary<string, string> Paths = new()
    {
        ["home"] = "M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6",
        ["truck"] = "M3 6h11v10H3zM14 9h4l3 3.5V16h-7M7 16a1.8 1.8 0 1 0 .01 0M17 16a1.8 1.8 0 1 0 .01 0",
        ["box"] = "M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8",
        ["list"] = "M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01",
        ["book"] = "M5 4h10a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h10M9 8h5",
        ["people"] = "M9 11a3.5 3.5 0 1 0-.01 0M3 20c0-3.5 2.5-5.5 6-5.5s6 2 6 5.5M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.8c2 .8 3 2.600 3 5.200",
        ["person"] = "M12 11a4 4 0 1 0-.01 0M4.500 20.500c.5-4 3.500-6 7.500-6s7 2 7.500 6",
        ["bell"] = "M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 20.500a2 2 0 0 0 4 0",
        ["clock"] = "M12 3a9 9 0 1 0 .01 0M12 7v5l3.500 2",
        ["check"] = "M5 12.500l4.500 4.500L19 7.500",
        ["alert"] = "M12 4L2.500 20h19zM12 10v4.500M12 17.200v.01",
        ["over"] = "M8 3h8l5 5v8l-5 5H8l-5-5V8zM9 9l6 6M15 9l-6 6",
        ["soon"] = "M7 3h10M7 21h10M8 3c0 5 8 5 8 9s-8 4-8 9M16 3c0 5-8 5-8 9s8 4 8 9",
        ["menu"] = "M4 7h16M4 12h16M4 17h16",
        ["close"] = "M6 6l12 12M18 6L6 18",
        ["next"] = "M9 5l7 7-7 7",
        ["back"] = "M15 5l-7 7 7 7",
        ["up"] = "M5 15l7-7 7 7",
        ["down"] = "M5 9l7 7 7-7",
        ["search"] = "M10.500 4a6.500 6.500 0 1 0 .01 0M15.500 15.500L20 20",
        ["camera"] = "M4 8h4l1.500-2.500h5L16 8h4v11H4zM12 10a3.300 3.300 0 1 0 .01 0",
        ["upload"] = "M12 16V5M7 10l5-5 5 5M4 19h16",
        ["download"] = "M12 5v11M7 11l5 5 5-5M4 20h16",
        ["print"] = "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
        ["phone"] = "M6 3h4l1.500 5-2.500 1.500a11 11 0 0 0 5.500 5.500L16 12.500l5 1.500v4c0 1.500-1 3-3 3C10 21 3 14 3 6c0-2 1.500-3 3-3",
        ["moon"] = "M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500",
        ["sun"] = "M12 8a4 4 0 1 0 .01 0M12 2v2.500M12 19.500V22M2 12h2.500M19.500 12H22M5 5l1.700 1.700M17.300 17.300L19 19M19 5l-1.700 1.700M6.700 17.300L5 19",
        ["language"] = "M12 3a9 9 0 1 0 .01 0M3 12h18M12 3c3 3 3.500 6 3.500 9s-.5 6-3.500 9c-3-3-3.500-6-3.500-9s.5-6 3.500-9",
        ["leave"] = "M14 4H5v16h9M10 12h11M17 8l4 4-4 4",
        ["plus"] = "M12 5v14M5 12h14",
        ["edit"] = "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
        ["trash"] = "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13M10.500 11v5.500M13.500 11v5.500",
        ["question"] = "M12 3a9 9 0 1 0 .01 0M9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.3-1 .8-1 1.700M12 16.700v.01",
        ["calendar"] = "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5",
        ["gear"] = "M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4",
        ["history"] = "M4 5v5h5M4.500 10a8 8 0 1 1-.5 3.500M12 8v4.500l3 1.500",
        ["hand"] = "M7 13V6.500a1.500 1.500 0 0 1 3 0V11 4.500a1.500 1.500 0 0 1 3 0V11 5.500a1.500 1.500 0 0 1 3 0V13 9.500a1.500 1.500 0 0 1 3 0V15c0 4-2.500 6.500-6 6.500-3 0-4.500-1-6-3.500L4 14c-.5-1.500 1-2.500 2-1.500z",
        ["sign"] = "M3 17c3-8 5-11 6.500-9s-3 8-1 8 3-4 4.500-4 0 3 2 3 2-1.500 3-1.500M3 21h18",
        ["filter"] = "M4 5h16l-6 7.500V19l-4-2v-4.500z",
        ["file"] = "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
        ["rotate"] = "M20 5v5h-5M19.500 10a8 8 0 1 0 .5 3.500",
        ["zoom"] = "M10.500 4a6.500 6.500 0 1 0 .01 0M15.500 15.500L20 20M10.500 8v5M8 10.500h5",
    };

    /// <summary>The drawing as MudBlazor's icons take it: the inside of an SVG.</summary>
    public static string Stroked(string name) =>
        $"<path d=\"{Of(name)}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.7\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>";

    public static IReadOnlyCollection<string> Names => Paths.Keys;

    /// <summary>The drawing's path.</summary>
    /// <exception cref="KeyNotFoundException">There is no such drawing; <see cref="Names"/> are those there are.</exception>
    public static string Of(string name) => Paths.TryGetValue(name, out var path) ? path : throw new KeyNotFoundException($"No drawing '{name}'. There are: {string.Join(", ", Names)}.");
}
