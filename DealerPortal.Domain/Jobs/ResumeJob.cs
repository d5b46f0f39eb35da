using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Jobs;

/// <summary>An administrator lets a paused job run again. What fell due meanwhile it does at its next time, or at once where the moment counts.</summary>
public sealed class ResumeJob(PortalWork work)
{
    public sealed record Request(string Job);

    public async Task<Outcome> Run(Request request, Actor actor, CancellationToken stop)
    {
        if (!RunJob.MayRun(actor)) return JobBoard.MaySee(actor) ? Refusal.NotAllowed : Refusal.NotFound;

        return await work.Do(actor, async db =>
        {
            if (await db.JobPauses.SingleOrDefaultAsync(pause => pause.Job == request.Job, stop) is not { } pause) return Outcome.Done;

            db.JobPauses.Remove(pause);
            db.Note(new(Happening.JobResumed, pause.Id, null, null, Fact.Word($"job.{request.Job}")));
            db.Announce(Topics.Jobs);
            db.Announce(Topics.DueTimes);
            return Outcome.Done;
        }, stop);
    }
}
