namespace DealerPortal.Domain.Accounts;

/// <summary>Who is acting now: a person signed in, or the portal itself when a sweep runs.</summary>
/// <param name="UserId">The person, or null for the portal itself.</param>
/// <param name="DealerId">The dealer the person belongs to, or null for staff.</param>
/// <param name="Regions">The regions a person of a region answers for; empty means all of them.</param>
/// <param name="From">Where the act came from: a network address, or the job's name.</param>
public sealed record Actor(
    Guid? UserId, string Name, IReadOnlySet<Role> Roles, Guid? DealerId, IReadOnlySet<string> Regions, string From)
{
    private static readonly IReadOnlySet<string> Everywhere = new HashSet<string>();

    /// <summary>The portal itself, acting because the regulation says that something happens by itself.</summary>
    public static Actor System(string job) => new(null, "portal", new HashSet<Role>(), null, Everywhere, job);

    public bool IsSystem => UserId is null;

    public bool IsDealer => DealerId is not null;

    public bool IsStaff => UserId is not null && DealerId is null;

    /// <summary>Staff whose duties are limited to some regions.</summary>
    public bool IsRegional => IsStaff && Regions.Count > 0;

    /// <summary>May this actor add people and change what they may do.</summary>
    public bool Administers => IsSystem || Is(Role.Administrator);

    public bool Is(Role role) => Roles.Contains(role);

    public bool IsAny(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in roles)
            if (Roles.Contains(role)) return true;
        return false;
    }

    /// <summary>May this actor give the dealer's own word: only the dealer's people may.</summary>
    public bool MayActFor(Guid dealerId) => DealerId == dealerId && IsAny(Role.DealerOwner, Role.DealerStaff);
}
