using MudBlazor;

namespace DealerPortal.Web.Shell;

/// <summary>The look of the portal, light and dark: calm and exact, one accent, four steps of urgency. The only place where a colour is written.</summary>
/// <remarks>
/// <c>portal.css</c> gives the variables of this theme shorter names. The steps of urgency are <c>warning</c> (soon), <c>secondary</c> (urgent)
/// and <c>error</c> (over); the <c>Lighten</c> of a colour is the ground on which a mark of that colour stands, the <c>Darken</c> of
/// <c>error</c> is the ground of a filled mark, with white on it.
/// </remarks>
public static class PortalTheme
{
    // Fonts of the device: nothing is fetched. Chinese systems first, because most readers have one.
    private static readonly string[] Fonts =
    [
        "-apple-system", "Segoe UI", "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei UI", "Microsoft YaHei",
        "Noto Sans CJK SC", "Noto Sans SC", "system-ui", "sans-serif",
    ];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = Light(),
        PaletteDark = Dark(),
        Typography = Type(),
        LayoutProperties = new() { DefaultBorderRadius = "6px", AppbarHeight = "52px", DrawerWidthLeft = "216px", DrawerMiniWidthLeft = "56px" },
    };

    private static PaletteLight Light() => new()
    {
        Background = "#f3f4f3",
        Surface = "#ffffff",
        BackgroundGray = "#e9ecea",
        TextPrimary = "#141c1b",
        TextSecondary = "#44504e",
        TextDisabled = "#5c6866",
        GrayDark = "#5c6866",
        LinesDefault = "#d7dcda",
        LinesInputs = "#8d9896",
        TableLines = "#d7dcda",
        Divider = "#d7dcda",
        DividerLight = "#d7dcda",
        TableHover = "#f3f4f3",
        TableStriped = "#f3f4f3",
        Skeleton = "#e9ecea",
        Primary = "#0b5f6e",
        PrimaryContrastText = "#ffffff",
        PrimaryDarken = "#084954",
        PrimaryLighten = "#dfeef0",
        Success = "#1c6640",
        SuccessContrastText = "#ffffff",
        SuccessLighten = "#dff0e6",
        Warning = "#7a5200",
        WarningContrastText = "#ffffff",
        WarningLighten = "#fbeecb",
        Secondary = "#a63a06",
        SecondaryContrastText = "#ffffff",
        SecondaryLighten = "#fde3d5",
        Error = "#a11226",
        ErrorContrastText = "#ffffff",
        ErrorDarken = "#a11226",
        ErrorLighten = "#fbe2e4",
        Info = "#0a6c9e",
        InfoContrastText = "#ffffff",
        InfoLighten = "#dfeef0",
        Tertiary = "#0b5f6e",
        TertiaryContrastText = "#ffffff",
        Dark = "#141c1b",
        DarkContrastText = "#f3f4f3",
        AppbarBackground = "#ffffff",
        AppbarText = "#141c1b",
        DrawerBackground = "#ffffff",
        DrawerText = "#44504e",
        DrawerIcon = "#5c6866",
        ActionDefault = "#44504e",
        ActionDisabled = "#5c6866",
        ActionDisabledBackground = "#e9ecea",
        OverlayDark = "rgba(20,28,27,0.45)",
        HoverOpacity = .06,
    };

    private static PaletteDark Dark() => new()
    {
        Background = "#0f1413",
        Surface = "#171d1c",
        BackgroundGray = "#222a28",
        TextPrimary = "#e9edec",
        TextSecondary = "#b4bebc",
        TextDisabled = "#95a09e",
        GrayDark = "#95a09e",
        LinesDefault = "#2b3432",
        LinesInputs = "#6d7876",
        TableLines = "#2b3432",
        Divider = "#2b3432",
        DividerLight = "#2b3432",
        TableHover = "#0f1413",
        TableStriped = "#0f1413",
        Skeleton = "#222a28",
        Primary = "#74c6d4",
        PrimaryContrastText = "#04252b",
        PrimaryDarken = "#9ad9e4",
        PrimaryLighten = "#12333a",
        Success = "#7fcfa0",
        SuccessContrastText = "#04150b",
        SuccessLighten = "#12301f",
        Warning = "#e9bd5b",
        WarningContrastText = "#241a04",
        WarningLighten = "#35280a",
        Secondary = "#ff9e6b",
        SecondaryContrastText = "#2b1206",
        SecondaryLighten = "#3d1d0d",
        Error = "#f4869a",
        ErrorContrastText = "#3f0f18",
        ErrorDarken = "#96213a",
        ErrorLighten = "#3f0f18",
        Info = "#7fc4ee",
        InfoContrastText = "#04202f",
        InfoLighten = "#12333a",
        Tertiary = "#74c6d4",
        TertiaryContrastText = "#04252b",
        Dark = "#e9edec",
        DarkContrastText = "#0f1413",
        AppbarBackground = "#171d1c",
        AppbarText = "#e9edec",
        DrawerBackground = "#171d1c",
        DrawerText = "#b4bebc",
        DrawerIcon = "#95a09e",
        ActionDefault = "#b4bebc",
        ActionDisabled = "#95a09e",
        ActionDisabledBackground = "#222a28",
        OverlayDark = "rgba(0,0,0,0.6)",
        HoverOpacity = .08,
    };

    private static Typography Type() => new()
    {
        Default = new DefaultTypography { FontFamily = Fonts, FontSize = "0.9375rem", LineHeight = "1.5", LetterSpacing = "normal" },
        Body1 = new Body1Typography { FontSize = "0.9375rem", LineHeight = "1.5", LetterSpacing = "normal" },
        Body2 = new Body2Typography { FontSize = "0.8125rem", LineHeight = "1.5", LetterSpacing = "normal" },
        Button = new ButtonTypography { FontSize = "0.9375rem", FontWeight = "500", LineHeight = "1.25", LetterSpacing = "normal", TextTransform = "none" },
        Caption = new CaptionTypography { FontSize = "0.8125rem", LineHeight = "1.4", LetterSpacing = "normal" },
    };
}
