using DealerPortal.Domain;
using DealerPortal.Web.Accounts;
using DealerPortal.Web.Shell;
using DealerPortal.Web.Words;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace DealerPortal.Web.TimeMachine;

/// <summary>The portal's clock: the real one, which in Development, and only there, can be moved forward.</summary>
public static class TimeMachineSetup
{
    public static IServiceCollection AddPortalClock(this IServiceCollection services, IClock real, IHostEnvironment host, PortalSettings settings)
    {
        if (!host.IsDevelopment()) return services.AddSingleton(real);

        return services
            .AddSingleton(new MovableClock(real, Path.Combine(settings.DataFolder, "clock.txt")))
            .AddSingleton<IClock>(provider => provider.GetRequiredService<MovableClock>())
            .AddSingleton<MoveClock>();
    }

    /// <summary>Outside Development there is nothing at this address, whoever asks and however.</summary>
    public static void UseTimeMachine(this WebApplication app)
    {
        if (app.Environment.IsDevelopment()) app.MapPost(PortalUrls.TimeMachine, Move);
        else app.Map(PortalUrls.TimeMachine, nothing => nothing.Run(context => Results.NotFound().ExecuteAsync(context)));
    }

    private static async Task<IResult> Move(
        [FromForm] string? leap, [FromForm] string? at, HttpContext context, MovableClock clock, MoveClock move, Moments moments)
    {
        var outcome = Leap.From(clock.GetCurrentInstant(), leap, at, moments.Zone) is { } to
            ? await move.Run(to, SignedInActor.From(context), context.RequestAborted)
            : new Refusal("clock.no-time");
        return Results.LocalRedirect(PortalUrls.TimeMachine + QueryString.Create("refused", outcome.Refusal?.Code ?? ""));
    }
}
