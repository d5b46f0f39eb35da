using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Jobs;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Web.TimeMachine;

/// <summary>Moves the portal's clock forward, has the jobs run whose time was leapt over, and makes every open page look again.</summary>
public sealed class MoveClock(MovableClock clock, IJobDesk desk, ChangeFeed feed)
{
    /// <summary>Far enough for anything worth watching, near enough to stay inside the calendars.</summary>
    private static readonly Duration Farthest = Duration.FromDays(400);

    public async Task<Outcome> Run(Instant to, Actor actor, CancellationToken stop)
    {
        if (desk.WaitingSince is not null) return new Refusal("job.storage-away");
        if (to - clock.GetCurrentInstant() > Farthest) return new Refusal("clock.too-far");
        if (clock.MoveTo(to) is not { } from) return new Refusal("clock.only-forward");

        feed.Changed(Topics.Clock);
        return await desk.CatchUp(from, to, actor.Name, stop) ? Outcome.Done : new Refusal("job.storage-away");
    }
}
