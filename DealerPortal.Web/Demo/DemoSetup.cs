namespace DealerPortal.Web.Demo;

/// <summary>The demonstration, in Development only: elsewhere nothing of it is registered or loaded.</summary>
public static class DemoSetup
{
    public static IServiceCollection AddDemo(this IServiceCollection services, IHostEnvironment host) =>
        host.IsDevelopment() ? services.AddSingleton<DemoPeople>() : services;

    public static async Task LoadDemo(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) return;
        await app.Services.GetRequiredService<DemoPeople>().Load(app.Lifetime.ApplicationStopping);
    }
}
