using FakeClock = NodaTime.Testing.FakeClock;
using Instant = NodaTime.Instant;

namespace DealerPortal.Tests.Support;

/// <summary>NodaTime's clock that stands still until a test moves it, read and set like a property.</summary>
public static class FakeClocks
{
    extension(FakeClock clock)
    {
        public Instant Now
        {
            get => clock.GetCurrentInstant();
            set => clock.Reset(value);
        }
    }
}
