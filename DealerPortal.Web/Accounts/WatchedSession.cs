using System.Security.Claims;
using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace DealerPortal.Web.Accounts;

/// <summary>Watches the session of an open page: asks at every interval, and at once when there is news of the person,
/// whether the stamp still holds; when it does not, nobody is signed in any more.</summary>
public sealed partial class WatchedSession : ServerAuthenticationStateProvider, IDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly Sessions sessions;
    private readonly ChangeFeed feed;
    private readonly TimeProvider time;
    private readonly ILogger<WatchedSession> log;
    private readonly TimeSpan interval;
    private IDisposable? news;
    private Guid? watched;

    public WatchedSession(Sessions sessions, ChangeFeed feed, PortalSettings settings, TimeProvider time, ILogger<WatchedSession> log)
    {
        (this.sessions, this.feed, this.time, this.log) = (sessions, feed, time, log);
        interval = TimeSpan.FromSeconds(settings.SignIn.CheckEverySeconds);
        AuthenticationStateChanged += state => _ = Watch(state);
    }

    private async Task Watch(Task<AuthenticationState> state)
    {
        var person = (await state).User;
        news?.Dispose();
        watched = PersonClaims.UserIdOf(person);
        if (watched is not { } id) return;

        news = feed.On(Topics.User(id), () => Check(id, person));
        using var timer = new PeriodicTimer(interval, time);
        while (watched == id && await Ticks(timer)) await Check(id, person);
    }

    private async Task<bool> Ticks(PeriodicTimer timer)
    {
        try { return await timer.WaitForNextTickAsync(end.Token); }
        catch (OperationCanceledException) { return false; }
    }

    // A check that cannot be made is no proof: the session ends rather than outlives its person.
    private async Task Check(Guid id, ClaimsPrincipal person)
    {
        try
        {
            if (end.IsCancellationRequested || await sessions.StillHolds(id, person.FindFirstValue(PersonClaims.Stamp), end.Token)) return;
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested) { return; }
        catch (Exception fault) { LogUnknown(fault, id); }
        watched = null;
        SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
    }

    public void Dispose()
    {
        if (end.IsCancellationRequested) return;
        end.Cancel();
        news?.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The session of person {Id} could not be checked and ends.")]
    private partial void LogUnknown(Exception fault, Guid id);
}
