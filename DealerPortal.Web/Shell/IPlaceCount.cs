using DealerPortal.Domain.Accounts;

namespace DealerPortal.Web.Shell;

/// <summary>How many things wait for a person behind one entry of the menu. A capability whose entry bears a number registers one; the number is one bounded read.</summary>
public interface IPlaceCount
{
    /// <summary>The entry's address.</summary>
    string Url { get; }

    Task<int> Of(Actor actor, CancellationToken stop);
}
