using DealerPortal.Domain.Accounts;

namespace DealerPortal.Web.Shell;

/// <summary>A capability's answer to "what needs me now". Each capability whose work waits for people registers one.</summary>
public interface INeeds
{
    /// <summary>What waits for this person, what ends first on top, some fifty at most; nothing where the role has no part in it.</summary>
    Task<Waiting> Of(Actor actor, CancellationToken stop);

    /// <param name="First">Those shown.</param>
    /// <param name="All">How many wait in all.</param>
    sealed record Waiting(IReadOnlyList<Need> First, int All)
    {
        public static Waiting None { get; } = new([], 0);

        public static Waiting These(IReadOnlyList<Need> all) => new(all, all.Count);
    }
}
