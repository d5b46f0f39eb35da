using Cronos;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Calendars;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.Evidence.Copies;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Jobs;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Promises;
using DealerPortal.Domain.Storage;
using DealerPortal.Domain.TierReviews;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace DealerPortal.Jobs;

/// <summary>Every schedule on one page. A job is an action and a time; what is due, and what then happens, the action knows.</summary>
/// <remarks>A job does everything that is due, never "this tick's work": a run that was missed or lost costs nothing but a longer next one.
/// The minute's run of a sweep is the net: what has a moment of its own is seen to at that moment (<see cref="DueTimer"/>).
/// Each job has its words under <c>job.CODE</c>, <c>job.CODE.does</c> and <c>job.CODE.when</c>.</remarks>
internal static class Timetable
{
    /// <summary>The zone in which "daily at" is meant.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static IReadOnlyList<Entry> Entries { get; } =
    [
        // Every minute: write down the silence of windows that have ended, and give the reminders that are due.
        Timed<DeemAcceptance>("deem-acceptance", "0 * * * * ?", deem => deem.RunAsOf),

        // Just after midnight: every date that has become late earns, with all those that a missed run left out.
        Timed<EarnLateDays>("late-pay", "0 5 0 * * ?", earn => earn.RunAsOf),

        // Every minute: what was recorded late is set right in the ledger.
        Job<EarnLateDays>("late-changes", "20 * * * * ?", earn => earn.ReviseAsOf),

        // Then count every order anew from its facts, and say where the ledger says otherwise.
        Job<CheckLedger>("check-ledger", "0 30 1 * * ?", check => check.RunAsOf),

        // Every five minutes, and only inside working hours: proposed dates that wait for a dealer's word.
        Timed<RemindOfDates>("date-reminders", "35 0/5 * * * ?", remind => remind.RunAsOf),

        // Every minute: photos whose copies were not made when they came, because the process ended.
        Job<MakePhotoCopies>("make-copies", "50 * * * * ?", make => make.RunAsOf),

        // Nightly, when nobody works: walk the whole history and see that nobody touched it.
        Job<AuditHistory>("audit-history", "0 0 2 * * ?", audit => audit.RunAsOf),

        // Then a share of the photos, each night another one, and see that they are what was received.
        Job<AuditPhotos>("audit-photos", "0 20 2 * * ?", audit => audit.RunAsOf),

        // Then clear away uploads that nobody went on with, and files that no photo names.
        Job<ClearPhotos>("clear-photos", "0 0 3 * * ?", clear => clear.RunAsOf),

        // And forget old run records and old notices.
        Job<TidyUp>("tidy-up", "0 20 3 * * ?", tidy => tidy.RunAsOf),

        // Every minute: what ran down or ran out is warned of and written down. It was true before.
        Timed<ClockSweep>("clock-sweep", "40 * * * * ?", sweep => sweep.RunAsOf),

        // Three times a minute: what lies in the outbox goes to its channels.
        Timed<DispatchNotices>("notification-dispatch", "5/20 * * * * ?", dispatch => dispatch.RunAsOf),

        // Every minute, and only after a year of holidays was published: take the open clocks over.
        Job<MoveClocks>("move-clocks", "20 * * * * ?", move => move.RunAsOf),
        // In the morning, before anybody calls: what is owed gets its day and its list.
        Job<PlanCallbacks>("plan-callbacks", "0 30 7 * * ?", plan => plan.RunAsOf),

        // Daily, and only from a month's first working day on: the month's tiers are asked for.
        Job<AskForTiers>("tier-review", "0 0 8 * * ?", ask => ask.RunAsOf),

        // When the day begins: whom to call, and what is late.
        Job<RemindCallbacks>("remind-callbacks", "0 0 9 * * ?", remind => remind.RunAsOf),

        // Every five minutes, and only inside working hours does it disturb anybody.
        Timed<RemindApprovers>("approval-reminders", "50 0/5 * * * ?", remind => remind.RunAsOf),
    ];

    /// <param name="Code">Names the job in its records, its words and its address. Never renamed.</param>
    /// <param name="Cron">Seconds, minutes, hours, day of month, month, day of week (0 and 7 are Sunday; better by name, such as FRI).</param>
    /// <param name="Times">The stored due times at which the job also runs, to the moment; null where the timetable is enough.</param>
    public sealed record Entry(
        string Code, string Cron, Func<IServiceProvider, Func<Instant, CancellationToken, Task<SweepCount>>> Action, Func<IServiceProvider, IDueTimes>? Times = null)
    {
        private CronExpression Schedule => CronExpression.Parse(Cron, CronFormat.IncludeSeconds);

        /// <summary>The first time after an instant; null when there is none.</summary>
        public Instant? NextAfter(Instant at) =>
            Schedule.GetNextOccurrence(at.ToDateTimeOffset(), Zone) is { } next ? Instant.FromDateTimeOffset(next) : null;

        /// <summary>The last time after one instant and up to another; null when there is none.</summary>
        public Instant? LastBetween(Instant from, Instant to) =>
            Schedule.GetPreviousOccurrence(to.ToDateTimeOffset(), Zone, inclusive: true) is { } last && Instant.FromDateTimeOffset(last) is var at && at > from ? at : null;
    }

    private static Entry Job<T>(string code, string cron, Func<T, Func<Instant, CancellationToken, Task<SweepCount>>> action)
        where T : notnull => new(code, cron, portal => action(portal.GetRequiredService<T>()));

    // The same, and besides at every moment at which something of it falls due.
    private static Entry Timed<T>(string code, string cron, Func<T, Func<Instant, CancellationToken, Task<SweepCount>>> action)
        where T : notnull, IDueTimes => Job(code, cron, action) with { Times = portal => portal.GetRequiredService<T>() };
}
