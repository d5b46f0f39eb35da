using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Jobs;

/// <summary>One sweep that is run at due times. What a sweep leaves behind, because it failed, is passed over for a while and left to the timetable:
/// otherwise one broken thing would be swept without end.</summary>
internal sealed class DueWatch(Timetable.Entry entry, IDueTimes times)
{
    private static readonly Duration First = Duration.FromMinutes(1);
    private static readonly Duration Longest = Duration.FromHours(1);

    private Duration rest = First;
    private Instant? left;
    private Instant until;

    public Timetable.Entry Entry { get; } = entry;

    public IDueTimes Times { get; } = times;

    /// <summary>Up to which instant what is due is passed over at the moment; null when nothing is.</summary>
    public Instant? PassOver(Instant now) => now < until ? left : null;

    /// <param name="began">When the sweep began: what fell due later it may not have seen.</param>
    /// <param name="isStuck">Whether anything of what was due then still is, because the sweep did not get on with it.</param>
    public void Swept(Instant began, bool isStuck)
    {
        if (!isStuck)
        {
            (rest, left) = (First, null);
            return;
        }
        // What comes meanwhile is swept at its moment, and takes what was left along; the rest does not grow by that.
        if (began >= until) rest = left is null ? First : Duration.Min(rest * 2, Longest);
        (left, until) = (began, began + rest);
    }
}
