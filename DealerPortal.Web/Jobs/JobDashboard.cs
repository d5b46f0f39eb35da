using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Jobs;
using DealerPortal.Web.Accounts;
using DealerPortal.Web.Shell;
using Hangfire;
using Hangfire.Dashboard;

namespace DealerPortal.Web.Jobs;

/// <summary>The scheduler's own pages, for whoever looks after the portal: administrators use them, the auditor reads them, and to everybody else they are not there.</summary>
public static class JobDashboard
{
    public static bool MaySee(Actor actor) => actor.IsAny(Role.Administrator, Role.Auditor);

    /// <summary>Where this process has a timetable; elsewhere there is nothing at that address.</summary>
    public static void MapJobDashboard(this WebApplication app)
    {
        if (app.Services.GetService<JobStorage>() is null) return;

        app.Use(Guard);
        app.MapHangfireDashboard(PortalUrls.JobDashboard, new()
        {
            // Who may enter has been asked by the guard; forms carry the portal's own antiforgery token.
            Authorization = [],
            IsReadOnlyFunc = dashboard => SignedInActor.TryFrom(dashboard.GetHttpContext())?.Is(Role.Administrator) != true,
            AppPath = PortalUrls.Jobs,
            DashboardTitle = "DealerPortal",
            DisplayStorageConnectionString = false,
        });
    }

    private static Task Guard(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(PortalUrls.JobDashboard, StringComparison.OrdinalIgnoreCase) || SignedInActor.TryFrom(context) is not { } actor) return next(context);

        if (!MaySee(actor)) context.Response.StatusCode = StatusCodes.Status404NotFound;
        // Its storage is away: the page of the jobs says so, and waits for nothing.
        else if (context.RequestServices.GetRequiredService<IJobDesk>().WaitingSince is not null) context.Response.Redirect(PortalUrls.Jobs);
        else return next(context);
        return Task.CompletedTask;
    }
}
