using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace DealerPortal.Web.Shell;

/// <summary>The theme as a style sheet that browsers keep: both palettes at once, so that a change of look asks the server nothing.</summary>
/// <remarks>
/// MudThemeProvider writes one palette into each page and each circuit, and the first paint cannot know what the device prefers. Here it is asked
/// once a process for both; the page is light or dark before its first paint, and a circuit carries no theme.
/// </remarks>
public sealed partial class ThemeSheet
{
    private readonly Lazy<Task<(string Text, string Address)>> sheet;

    public ThemeSheet(IServiceScopeFactory scopes, ILoggerFactory loggers) => sheet = new(() => Write(scopes, loggers));

    /// <summary>The address of the sheet, another one whenever the theme is another.</summary>
    public async Task<string> Address() => (await sheet.Value).Address;

    /// <summary>The sheet itself.</summary>
    public async Task<string> Text() => (await sheet.Value).Text;

    private static async Task<(string Text, string Address)> Write(IServiceScopeFactory scopes, ILoggerFactory loggers)
    {
        var light = await Variables(scopes, loggers, isDark: false);
        var all = await Variables(scopes, loggers, isDark: true);
        var dark = all.Except(light).ToList();
        var text = $$"""
            :root { {{string.Join(" ", light)}} color-scheme: light; }
            @media screen and (prefers-color-scheme: dark) { :root:not([data-look=light]) { {{string.Join(" ", dark)}} color-scheme: dark; } }
            @media screen { :root[data-look=dark] { {{string.Join(" ", dark)}} color-scheme: dark; } }
            """;
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
        return (text, $"{PortalUrls.Theme}?v={mark}");
    }

    private static async Task<IReadOnlyList<string>> Variables(IServiceScopeFactory scopes, ILoggerFactory loggers, bool isDark)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<MudThemeProvider>(ParameterView.FromDictionary(
            new Dictionary<string, object?> { [nameof(MudThemeProvider.Theme)] = PortalTheme.Theme, [nameof(MudThemeProvider.IsDarkMode)] = isDark }))).ToHtmlString());
        return [.. Variable().Matches(html).Select(match => match.Value)];
    }

    [GeneratedRegex(@"--[a-z0-9-]+:[^;{}]+;")]
    private static partial Regex Variable();
}
