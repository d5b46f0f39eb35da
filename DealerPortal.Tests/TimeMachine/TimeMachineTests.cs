using System.Net;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Demo;
using DealerPortal.Web.TimeMachine;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace DealerPortal.Tests.TimeMachine;

public sealed class TimeMachineTests
{
    [Theory]
    [InlineData("GET", "/time-machine")]
    [InlineData("GET", "/time-machine/")]
    [InlineData("GET", "/Time-Machine")]
    [InlineData("POST", "/time-machine")]
    public async Task In_production_there_is_none_whoever_asks(string method, string address)
    {
        await using var web = await Web.In("Production");
        using var browser = web.CreateClient(new() { AllowAutoRedirect = false });

        using var request = new HttpRequestMessage(new(method), address);
        using var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.IsNotType<MovableClock>(web.Services.GetRequiredService<IClock>());
        Assert.Null(web.Services.GetService<MovableClock>());
    }

    [Fact]
    public async Task In_development_a_stranger_does_not_move_the_clock()
    {
        await using var web = await Web.In("Development");
        using var browser = web.CreateClient(new() { AllowAutoRedirect = false });

        using var form = new FormUrlEncodedContent([KeyValuePair.Create("leap", Leap.Hour)]);
        using var answer = await browser.PostAsync(new Uri("/time-machine", UriKind.Relative), form);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Duration.Zero, web.Services.GetRequiredService<MovableClock>().Ahead);
    }

    [Fact]
    public async Task A_moved_clock_nudges_every_page_and_is_refused_backwards_and_too_far()
    {
        await using var web = await Web.In("Development");
        var (move, clock) = (web.Services.GetRequiredService<MoveClock>(), web.Services.GetRequiredService<MovableClock>());
        var nudged = new TaskCompletionSource();
        using var listening = web.Services.GetRequiredService<ChangeFeed>().On(Topics.Clock, () => { nudged.TrySetResult(); return Task.CompletedTask; });
        var actor = Domain.Accounts.Actor.System("test");

        Assert.Equal("clock.too-far", (await move.Run(clock.GetCurrentInstant() + Duration.FromDays(401), actor, default)).Refusal?.Code);
        Assert.Equal("clock.only-forward", (await move.Run(clock.GetCurrentInstant(), actor, default)).Refusal?.Code);
        Assert.True((await move.Run(clock.GetCurrentInstant() + Duration.FromHours(4), actor, default)).IsDone);

        await nudged.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.InRange(clock.Ahead, Duration.FromHours(3.9), Duration.FromHours(4));
    }

    // Without the demonstration: what the clock does asks for nobody.
    private sealed class Web(string environment) : WebApplicationFactory<Program>
    {
        private readonly string folder = Directory.CreateTempSubdirectory("portal-").FullName;

        public static async Task<Web> In(string environment)
        {
            var web = new Web(environment);
            await Ready.Empty(web.folder);
            return web;
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseEnvironment(environment).UseSetting("Portal:DataFolder", folder).UseSetting("Portal:Jobs:Run", "false")
            .ConfigureTestServices(services => services.RemoveAll<IDemoStep>());

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
