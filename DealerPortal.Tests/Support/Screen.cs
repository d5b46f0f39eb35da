using Microsoft.Playwright;

namespace DealerPortal.Tests.Support;

/// <summary>The two screens that every page is made for, and the two languages.</summary>
public sealed record Screen(string Name, int Width, int Height, bool IsPhone)
{
    public const string Chinese = "zh-CN";

    public const string English = "en";

    public static Screen Desktop { get; } = new("desktop", 1280, 800, IsPhone: false);

    public static Screen Phone { get; } = new("phone", 360, 740, IsPhone: true);

    /// <summary>One screen for each language: what is looked at in both is so looked at on both.</summary>
    public static Screen For(string language) => language == Chinese ? Desktop : Phone;

    internal BrowserNewContextOptions Options(string language, bool dark) => new()
    {
        ViewportSize = new() { Width = Width, Height = Height },
        IsMobile = IsPhone,
        HasTouch = IsPhone,
        DeviceScaleFactor = IsPhone ? 2 : 1,
        Locale = language,
        TimezoneId = "Asia/Shanghai",
        ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
    };
}
