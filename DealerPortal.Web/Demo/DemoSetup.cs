namespace DealerPortal.Web.Demo;

/// <summary>The demonstration, in Development only: elsewhere nothing of it is registered or loaded.</summary>
public static class DemoSetup
{
    /// <summary>The steps in their order; whoever brings more data to look at adds a line.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, IHostEnvironment host) => !host.IsDevelopment() ? services : services
        .AddSingleton<IDemoStep, DemoOrders>()
        .AddSingleton<IDemoStep, DemoPeople>()
        .AddSingleton<IDemoStep, DemoDeliveries>()
        .AddSingleton<IDemoStep, DemoCallbacks>()
        .AddSingleton<IDemoStep, DemoCases>()
        .AddSingleton<IDemoStep, DemoDesk>()
        .AddSingleton<IDemoStep, DemoLate>()
        .AddSingleton<IDemoStep, DemoSettlements>()
        .AddSingleton<IDemoStep, DemoMorning>();

    public static async Task LoadDemo(this WebApplication app)
    {
        foreach (var step in app.Services.GetServices<IDemoStep>()) await step.Load(app.Lifetime.ApplicationStopping);
    }
}
