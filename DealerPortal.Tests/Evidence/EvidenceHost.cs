using System.Net.Http.Json;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace DealerPortal.Tests.Evidence;

/// <summary>The whole portal on a real port, with two dealers to hang photos on.</summary>
public class EvidenceHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-").FullName;

    public string Url => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    public string DataFolder => folder;

    public string Photos => Path.Combine(folder, "photos");

    public async Task<T> Db<T>(Func<PortalDb, Task<T>> look)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var seen = await look(db);
        await db.SaveChangesAsync();
        return seen;
    }

    public async Task<Guid> AddDealer()
    {
        var dealer = new Dealer(Guid.CreateVersion7(), Guid.NewGuid().ToString("N")[..8], "门店", "north", Instant.FromUtc(2026, 3, 2, 1, 0));
        await Db(db => Task.FromResult(db.Dealers.Add(dealer)));
        return dealer.Id;
    }

    /// <summary>A new person of this role, and the value of the session cookie he would have.</summary>
    public async Task<(Guid Id, string Cookie)> SignIn(Role role, Guid? dealer = null, string? region = null)
    {
        var user = new User(Guid.CreateVersion7(), Guid.NewGuid().ToString("N"), role.ToString(), dealer);
        user.Hold(role, region);
        await Db(db => Task.FromResult(db.Users.Add(user)));
        await using var scope = Services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync(user);
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = Services.GetRequiredService<TimeProvider>().GetUtcNow();
        return (user.Id, options.TicketDataFormat.Protect(new(person, new() { IssuedUtc = now, ExpiresUtc = now.AddDays(1) }, IdentityConstants.ApplicationScheme)));
    }

    /// <summary>A browser of a person of this role; nobody's without one.</summary>
    public async Task<HttpClient> Browser(Role? role = null, Guid? dealer = null, bool withToken = true, string? region = null)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = ClientOptions.BaseAddress };
        if (role is null) return browser;
        var cookie = "portal=" + (await SignIn(role.Value, dealer, region)).Cookie;
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        if (!withToken) return browser;
        using var answer = await browser.GetAsync(new Uri("/photos/token", UriKind.Relative));
        var token = await answer.Content.ReadFromJsonAsync<Token>();
        browser.DefaultRequestHeaders.Remove("Cookie");
        browser.DefaultRequestHeaders.Add("Cookie", string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(given => given.Split(';')[0]).Prepend(cookie)));
        browser.DefaultRequestHeaders.Add(token!.Header, token.Value);
        return browser;
    }

    /// <summary>Waits until the portal has made its copies of this photo, or found that there can be none.</summary>
    public async Task HasCopied(Guid photo)
    {
        for (var i = 0; i < 600 && await IsDue(); i++) await Task.Delay(100);
        Assert.False(await IsDue());
        Task<bool> IsDue() => Db(db => db.Photos.AnyAsync(known => known.Id == photo && known.CopiesDueAt != null));
    }

    public virtual async Task InitializeAsync()
    {
        await Ready.Empty(folder);
        UseKestrel(0);
        StartServer();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Testing").UseSetting("Portal:DataFolder", folder).UseSetting("Portal:Jobs:Run", "false").UseSetting("Logging:LogLevel:Default", "Warning")
        .ConfigureTestServices(services => services.AddSingleton<IPhotoSubjects, DealersAsSubjects>());

    private sealed record Token(string Header, [property: System.Text.Json.Serialization.JsonPropertyName("token")] string Value);
}
