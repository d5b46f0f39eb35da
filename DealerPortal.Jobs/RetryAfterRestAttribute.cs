using Hangfire.Common;
using Hangfire.States;

namespace DealerPortal.Jobs;

/// <summary>Has the scheduler try again what broke, after the rest that the run asked for, instead of filing it under its failures.</summary>
internal sealed class RetryAfterRestAttribute : JobFilterAttribute, IElectStateFilter
{
    /// <summary>Where the scheduler keeps how often a job was tried again.</summary>
    public const string Count = "RetryCount";

    public void OnStateElection(ElectStateContext context)
    {
        if (context.CandidateState is not FailedState { Exception: JobBrokeException { Rest: { } rest } }) return;

        context.SetJobParameter(Count, context.GetJobParameter<int>(Count, allowStale: true) + 1);
        context.CandidateState = new ScheduledState(rest) { Reason = "It broke, and is tried again after a rest." };
    }
}
