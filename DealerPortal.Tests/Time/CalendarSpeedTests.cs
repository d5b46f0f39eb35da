using System.Diagnostics;
using DealerPortal.Domain.Time;
using DealerPortal.Tests.Support;
using NodaTime;
using static DealerPortal.Tests.Time.Calendars;

namespace DealerPortal.Tests.Time;

public sealed class CalendarSpeedTests
{
    /// <summary>At most 20 microseconds are wanted and about 2 are taken; the bound leaves room for an unoptimised build on a busy machine.</summary>
    [Fact]
    [Trait("Category", "Campaign")]
    public void A_working_day_clock_with_pauses_takes_microseconds_however_long_it_runs()
    {
        var (start, length) = (Shanghai.At("2013-03-02 09:00"), new ClockLength.WorkingDays(3000));
        var pauses = Paused(Pause("2014-03-03 09:00", "2014-03-09 10:00"), Pause("2020-01-20 09:00", "2020-02-20 10:00"));
        for (var warm = 0; warm < 2000; warm++) Factory.Due(start, length, pauses);

        var best = Enumerable.Range(0, 10).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            for (var round = 0; round < 1000; round++) Factory.Due(start + Duration.FromHours(round), length, pauses);
            return watch.Elapsed.TotalMicroseconds / 1000;
        });
        Assert.True(best < 100, $"{best} microseconds each");
    }
}
