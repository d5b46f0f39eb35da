using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace DealerPortal.Web.Shell;

/// <summary>The two languages of the screens: Chinese unless the person chose English. Sign-in and the language switch write the cookie.</summary>
public static class Languages
{
    public const string Chinese = "zh-CN";

    public const string English = "en";

    /// <summary>Makes each request, and the circuit that it opens, run in the reader's language.</summary>
    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) => app.UseRequestLocalization(options =>
    {
        options.AddSupportedCultures(Chinese, English).AddSupportedUICultures(Chinese, English).SetDefaultCulture(Chinese);
        options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        options.ApplyCurrentCultureToResponseHeaders = true;
    });

    /// <summary>Keeps the choice in this browser for a year.</summary>
    public static void Remember(HttpContext context, string language) => context.Response.Cookies.Append(
        CookieRequestCultureProvider.DefaultCookieName,
        CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language == English ? English : Chinese)),
        new() { MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax, Path = "/" });

    /// <summary>Whether a language was chosen in this browser: it holds, whoever signs in, until a person chooses otherwise.</summary>
    public static bool IsChosen(HttpContext context) => context.Request.Cookies.ContainsKey(CookieRequestCultureProvider.DefaultCookieName);

    /// <summary>The language of the page being shown, as HTML names it.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? English : Chinese;
}
