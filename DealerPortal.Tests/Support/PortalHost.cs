using System.Diagnostics.CodeAnalysis;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using NodaTime.Testing;
using IClock = NodaTime.IClock;

namespace DealerPortal.Tests.Support;

/// <summary>The whole portal on a real port with a real SQLite file, a clock that stands still, no timetable, and a Chromium that looks at it.</summary>
/// <remarks>One for all browser tests: each test lays out a dealer and people of its own, and so meets nobody else's.</remarks>
public class PortalHost : WebApplicationFactory<Program>, IPortal, IAsyncLifetime
{
    private IBrowser? browser;

    public PortalHost() : this(Directory.CreateTempSubdirectory("portal-host-").FullName) { }

    protected PortalHost(string folder) => Folder = folder;

    /// <summary>When each test begins.</summary>
    public static readonly NodaTime.Instant Begins = Shanghai.At("2026-03-02 09:00");

    public FakeClock Clock { get; } = new(Begins);

    /// <summary>The portal's data folder, deleted with the host.</summary>
    protected string Folder { get; }

    /// <summary>What the server logged that it should not have.</summary>
    public FaultLog Faults { get; } = new();

    public string Url => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    public IBrowser Browser => browser!;

    /// <summary>Neither Development, with its demonstration and its time machine, nor a real company's Production.</summary>
    protected virtual string Environment => "Testing";

    /// <summary>Whether anybody looks at it with more than plain requests.</summary>
    protected virtual bool IsLookedAt => true;

    public T The<T>() where T : notnull => Services.GetRequiredService<T>();

    public async Task<T> Db<T>(Func<PortalDb, Task<T>> look)
    {
        await using var db = await The<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var seen = await look(db);
        await db.SaveChangesAsync();
        return seen;
    }

    /// <summary>The value of the cookie that a person has who signed in: the form itself is tested where sign-in is.</summary>
    public async Task<string> TicketOf(Guid userId)
    {
        await using var scope = Services.CreateAsyncScope();
        var user = await Db(db => db.Users.Include(user => user.Posts).SingleAsync(user => user.Id == userId));
        var person = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync(user);
        var options = The<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        // The cookie's own age is told by the real clock, as the framework tells it.
        var now = The<TimeProvider>().GetUtcNow();
        return options.TicketDataFormat.Protect(new(person, new() { IssuedUtc = now, ExpiresUtc = now.AddDays(1), IsPersistent = true }, IdentityConstants.ApplicationScheme));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("Portal:DataFolder", Folder);
        builder.UseSetting("Portal:Jobs:Run", "false");
        builder.UseSetting("Portal:SignIn:AttemptsPerMinute", "10000");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureLogging(log => log.ClearProviders().AddProvider(Faults));
        builder.ConfigureTestServices(services => services.AddSingleton<IClock>(Clock));
    }

    /// <summary>Puts into the data folder what the portal finds when it starts.</summary>
    protected virtual Task Lay() => Ready.Empty(Folder);

    public async Task InitializeAsync()
    {
        await Lay();
        UseKestrel(0);
        StartServer();
        if (IsLookedAt) browser = await Chromium.Started();
    }

    [SuppressMessage("Usage", "CA1816", Justification = "The base's DisposeAsync, which this calls, sees to it.")]
    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        SqliteConnection.ClearAllPools();
        await Delete(Folder);
    }

    // A request that a browser broke off may still write its last file while the folder is being emptied.
    private static async Task Delete(string folder)
    {
        for (var again = 5; Directory.Exists(folder); again--)
        {
            try { Directory.Delete(folder, recursive: true); }
            catch (IOException) when (again > 0) { await Task.Delay(200); }
        }
    }
}

/// <summary>The portal as a newcomer starts it: Development, with the demonstration.</summary>
public sealed class DemoHost : PortalHost
{
    public DemoHost() { }

    /// <summary>Tells the demonstration into the folder, which stays.</summary>
    internal DemoHost(string folder) : base(folder) { }

    protected override string Environment => "Development";

    protected override Task Lay() => Ready.Demo(Folder);
}

/// <summary>The portal for tests that ask it with plain requests.</summary>
public sealed class PlainHost : PortalHost
{
    protected override bool IsLookedAt => false;
}
