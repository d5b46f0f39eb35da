using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>The time in which the dealer answers for goods, half-open: at <paramref name="Ends"/> itself an answer is late.</summary>
/// <param name="Starts">When counting begins. For a late pick-up this is the next opening; an answer given before it is in time.</param>
public readonly record struct Window(Instant Starts, Instant Ends)
{
    public Instant HalfTime => Starts + ((Ends - Starts) / 2);

    /// <summary>The instant at which the last quarter of the window begins.</summary>
    public Instant LastQuarter => Ends - ((Ends - Starts) / 4);
}
