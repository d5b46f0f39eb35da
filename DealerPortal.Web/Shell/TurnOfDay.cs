using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Web.Shell;

/// <summary>At the company's midnight, what was "today" on an open page is yesterday: every page reads itself again. One watch a process, whatever the number of pages.</summary>
public sealed class TurnOfDay(PolicyBook book, ChangeFeed feed, IClock clock, TimeProvider time) : BackgroundService
{
    // The portal's clock need not run like the one that this waits by: in Development it can be moved.
    private static readonly Duration AtMost = Duration.FromMinutes(1);

    private LocalDate shown;

    /// <summary>Tells the pages when the date is another than at the last look.</summary>
    public void Look()
    {
        var today = Today();
        if (today == shown) return;
        shown = today;
        feed.Changed(Topics.Clock);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        shown = Today();
        while (!stoppingToken.IsCancellationRequested)
        {
            try { await Task.Delay(Wait().ToTimeSpan(), time, stoppingToken); }
            catch (OperationCanceledException) { return; }
            Look();
        }
    }

    private LocalDate Today() => book.Own.Last().Calendar.DateOf(clock.GetCurrentInstant());

    // A hair behind midnight rather than before it, which would cost another minute.
    private Duration Wait() =>
        Duration.Min(AtMost, book.Own.Last().Calendar.EndOf(Today()) - clock.GetCurrentInstant() + Duration.FromMilliseconds(20));
}
