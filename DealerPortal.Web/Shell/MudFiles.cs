using MudBlazor;

namespace DealerPortal.Web.Shell;

/// <summary>MudBlazor's style sheet and script: sent compressed, and kept by the browser for a year.</summary>
/// <remarks>
/// The publish compresses a package's files under their plain addresses only; under the fingerprinted ones that <c>Assets</c> gives they went out
/// whole (627 and 70 kB in place of 43 and 15). So the plain address is used, with the version as its mark.
/// </remarks>
public static class MudFiles
{
    private const string Folder = "/_content/MudBlazor";
    private const string Mark = "v";

    private static readonly string Version = typeof(MudTheme).Assembly.GetName().Version!.ToString();

    public static string Style { get; } = $"{Folder}/MudBlazor.min.css?{Mark}={Version}";

    public static string Script { get; } = $"{Folder}/MudBlazor.min.js?{Mark}={Version}";

    /// <summary>Lets browsers keep what was asked for with a version: another version has another address.</summary>
    public static void UseMudFiles(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(Folder, StringComparison.Ordinal) && context.Request.Query.ContainsKey(Mark))
            context.Response.OnStarting(() => Keep(context.Response));
        return next(context);
    });

    private static Task Keep(HttpResponse answer)
    {
        if (answer.StatusCode == StatusCodes.Status200OK) answer.Headers.CacheControl = "max-age=31536000, immutable";
        return Task.CompletedTask;
    }
}
