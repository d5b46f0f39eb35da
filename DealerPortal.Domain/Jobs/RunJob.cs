using DealerPortal.Domain.Accounts;

namespace DealerPortal.Domain.Jobs;

/// <summary>An administrator has a job run now, instead of waiting for its time.</summary>
/// <remarks>Harmless at any time, because a job does what is due and nothing else. Who asked is kept in the run's record.</remarks>
public sealed class RunJob(IJobDesk desk)
{
    /// <param name="Run">The id that the run's record will have, made by whoever asks: a double click is one run.</param>
    public sealed record Request(Guid Run, string Job);

    public static bool MayRun(Actor actor) => actor.Is(Role.Administrator);

    public async Task<Outcome> Run(Request request, Actor actor, CancellationToken stop)
    {
        if (!MayRun(actor)) return JobBoard.MaySee(actor) ? Refusal.NotAllowed : Refusal.NotFound;

        var jobs = desk.Appointments();
        if (jobs.Count == 0) return new Refusal("job.no-timetable");
        if (!jobs.Any(job => job.Job == request.Job)) return Refusal.NotFound;
        if (desk.WaitingSince is not null || !await desk.Start(request.Run, request.Job, actor.Name, stop)) return new Refusal("job.storage-away");
        return Outcome.Done;
    }
}
