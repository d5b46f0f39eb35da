using DealerPortal.Tests.Support;
using DealerPortal.Web.TimeMachine;
using NodaTime;
using NodaTime.Testing;

namespace DealerPortal.Tests.TimeMachine;

public sealed class MovableClockTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("clock-").FullName;
    private readonly FakeClock real = new(Shanghai.At("03-02 09:00"));

    [Fact]
    public void Nobody_moved_it_and_it_is_the_real_clock()
    {
        Assert.Equal(real.Now, Clock().GetCurrentInstant());
        Assert.Equal(Duration.Zero, Clock().Ahead);
    }

    [Fact]
    public void It_goes_on_from_where_it_was_moved_to()
    {
        var clock = Clock();

        Assert.Equal(Shanghai.At("03-02 09:00"), clock.MoveTo(Shanghai.At("03-03 08:00")));
        real.Advance(Duration.FromMinutes(5));

        Assert.Equal(Shanghai.At("03-03 08:05"), clock.GetCurrentInstant());
    }

    [Fact]
    public void It_never_goes_back_and_never_stands()
    {
        var clock = Clock();
        clock.MoveTo(Shanghai.At("03-03 08:00"));

        Assert.Null(clock.MoveTo(Shanghai.At("03-03 08:00")));
        Assert.Null(clock.MoveTo(Shanghai.At("03-02 10:00")));
        Assert.Equal(Shanghai.At("03-03 08:00"), clock.GetCurrentInstant());
    }

    [Fact]
    public void A_restart_keeps_the_lead()
    {
        Clock().MoveTo(Shanghai.At("03-03 08:00") + Duration.FromTicks(3));

        Assert.Equal(Shanghai.At("03-03 08:00") + Duration.FromTicks(3), Clock().GetCurrentInstant());
    }

    [Theory]
    [InlineData("03-02 09:10", Leap.Hour, null, "03-02 10:10")]
    [InlineData("03-02 09:10", Leap.FourHours, null, "03-02 13:10")]
    [InlineData("03-02 07:59:59.9999999", Leap.Morning, null, "03-02 08:00")]
    [InlineData("03-02 08:00", Leap.Morning, null, "03-03 08:00")]
    [InlineData("03-02 09:10", Leap.EndOfDay, null, "03-03 00:00")]
    [InlineData("03-03 00:00", Leap.EndOfDay, null, "03-04 00:00")]
    [InlineData("03-02 09:10", Leap.At, "2026-03-05T14:20", "03-05 14:20")]
    [InlineData("03-02 09:10", Leap.At, "2026-03-05T14:20:30", "03-05 14:20:30")]
    public void A_leap_lands_where_its_button_says(string now, string leap, string? at, string lands) =>
        Assert.Equal(Shanghai.At(lands), Leap.From(Shanghai.At(now), leap, at, Shanghai.Zone));

    [Theory]
    [InlineData(null, null)]
    [InlineData("yesterday", null)]
    [InlineData(Leap.At, null)]
    [InlineData(Leap.At, "")]
    [InlineData(Leap.At, "2026-02-30T14:20")]
    [InlineData(Leap.At, "tomorrow, early")]
    public void Nonsense_leads_nowhere(string? leap, string? at) => Assert.Null(Leap.From(real.Now, leap, at, Shanghai.Zone));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private MovableClock Clock() => new(real, Path.Combine(folder, "clock.txt"));
}
