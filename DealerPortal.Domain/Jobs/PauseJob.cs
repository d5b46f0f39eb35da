using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Jobs;

/// <summary>An administrator has a job rest, for instance while another system is being repaired. Nothing is lost: what falls due waits until it runs again.</summary>
public sealed class PauseJob(PortalWork work, IJobDesk desk, IClock clock)
{
    public sealed record Request(string Job);

    public async Task<Outcome> Run(Request request, Actor actor, CancellationToken stop)
    {
        if (!RunJob.MayRun(actor)) return JobBoard.MaySee(actor) ? Refusal.NotAllowed : Refusal.NotFound;
        if (!desk.Appointments().Any(job => job.Job == request.Job)) return Refusal.NotFound;

        return await work.Do(actor, async db =>
        {
            if (await db.JobPauses.AnyAsync(pause => pause.Job == request.Job, stop)) return Outcome.Done;

            var pause = new JobPause(request.Job, actor.Name, clock.GetCurrentInstant());
            db.JobPauses.Add(pause);
            db.Note(new(Happening.JobPaused, pause.Id, null, null, Fact.Word($"job.{request.Job}")));
            db.Announce(Topics.Jobs);
            return Outcome.Done;
        }, stop);
    }
}
