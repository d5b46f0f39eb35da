using NodaTime;

namespace DealerPortal.Domain.Time;

/// <summary>When a clock runs out, and what that rests on.</summary>
/// <param name="At">Exclusive: what happens one tick earlier is in time, what happens at it is late.</param>
/// <param name="WithoutPauses">The same with no pause at all.</param>
/// <param name="Paused">Open time that pauses gave back.</param>
/// <param name="WouldBe">A pause is still running: <paramref name="At"/> is what it would be if the pause ended as of now.</param>
/// <param name="ProvisionalYears">Years it touches whose holidays are not published yet; the date may move when they are.</param>
public sealed record Deadline(Instant At, Instant WithoutPauses, Duration Paused, bool WouldBe, IReadOnlyList<int> ProvisionalYears)
{
    public bool IsProvisional => ProvisionalYears.Count > 0;
}
