using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DealerPortal.Tests.Accounts;

/// <summary>The whole portal without a browser, for what happens at the door: answers, cookies, redirections.</summary>
public sealed class DoorHost : WebApplicationFactory<Program>
{
    private readonly string folder;
    private readonly string environment;
    private readonly (string Key, string Value)[] settings;

    /// <param name="folder">The data folder of an earlier portal, to start it again, or an empty one.</param>
    public DoorHost(string environment, string folder, params (string Key, string Value)[] settings) =>
        (this.environment, this.folder, this.settings) = (environment, folder, settings);

    /// <summary>A portal in Production whose database is there and empty.</summary>
    public static async Task<DoorHost> New(params (string Key, string Value)[] settings)
    {
        var folder = NewFolder();
        await Ready.Empty(folder);
        return new("Production", folder, settings);
    }

    public static string NewFolder() => Directory.CreateTempSubdirectory("portal-door-").FullName;

    public string Folder => folder;

    /// <summary>What was logged, for the link of the first start.</summary>
    public LinesLog Lines { get; } = new();

    public T The<T>() where T : notnull => Services.GetRequiredService<T>();

    public async Task<T> Db<T>(Func<PortalDb, Task<T>> look)
    {
        await using var db = await The<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var seen = await look(db);
        await db.SaveChangesAsync();
        return seen;
    }

    /// <summary>A person with a password.</summary>
    public async Task<User> Person(string userName, string password, params Role[] roles)
    {
        var user = new User(Guid.CreateVersion7(), userName, "某人 " + userName, null);
        foreach (var role in roles) user.Hold(role, null);
        user.TakePassword(The<IPasswordHasher<User>>().HashPassword(user, password));
        await Db(db => Task.FromResult(db.Users.Add(user)));
        return user;
    }

    public Visitor Visitor() => new(CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new("https://portal.example") }));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseSetting("Portal:DataFolder", folder);
        builder.UseSetting("Portal:Jobs:Run", "false");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureLogging(log => log.ClearProviders().AddProvider(Lines));
    }

    /// <summary>Stops the portal and keeps its data for the next one.</summary>
    public async Task Stop()
    {
        await DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    /// <summary>Stops the portal and leaves nothing.</summary>
    public async Task End()
    {
        await Stop();
        Directory.Delete(folder, recursive: true);
    }
}
