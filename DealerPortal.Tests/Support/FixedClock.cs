using IClock = NodaTime.IClock;
using Duration = NodaTime.Duration;
using Instant = NodaTime.Instant;

namespace DealerPortal.Tests.Support;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FixedClock(Instant now) : IClock
{
    public Instant Now { get; set; } = now;

    public Instant GetCurrentInstant() => Now;

    public void Pass(Duration duration) => Now += duration;
}
