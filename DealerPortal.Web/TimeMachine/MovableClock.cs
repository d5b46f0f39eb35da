using NodaTime;
using NodaTime.Text;

namespace DealerPortal.Web.TimeMachine;

/// <summary>The portal's clock in Development: the real one, ahead of it by as much as somebody moved it. Only ever forward; a restart keeps it.</summary>
/// <remarks>Whatever was written stays in the past: a clock that went back would put the history out of order.</remarks>
public sealed class MovableClock : IClock
{
    private readonly IClock real;
    private readonly string file;
    private readonly Lock gate = new();
    private Duration ahead;

    /// <param name="file">Where the lead is kept between two runs.</param>
    public MovableClock(IClock real, string file)
    {
        (this.real, this.file) = (real, file);
        ahead = File.Exists(file) ? DurationPattern.Roundtrip.Parse(File.ReadAllText(file).Trim()).Value : Duration.Zero;
    }

    /// <summary>How far the portal's time is ahead of the real time.</summary>
    public Duration Ahead
    {
        get { lock (gate) return ahead; }
    }

    public Instant GetCurrentInstant() => real.GetCurrentInstant() + Ahead;

    /// <summary>Moves the clock to the instant, if it lies ahead. Answers from where it was moved; null when it was not.</summary>
    public Instant? MoveTo(Instant to)
    {
        lock (gate)
        {
            var now = real.GetCurrentInstant() + ahead;
            if (to <= now) return null;
            ahead += to - now;
            Keep();
            return now;
        }
    }

    // Written beside and renamed, so that a cut-off write leaves the lead as it was.
    private void Keep()
    {
        File.WriteAllText(file + ".new", DurationPattern.Roundtrip.Format(ahead));
        File.Move(file + ".new", file, overwrite: true);
    }
}
