using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Accounts;

/// <summary>A post as a form asks for it: a role, for one region or (null) for all of them.</summary>
public sealed record Duty(Role Role, string? Region)
{
    /// <summary>Why a person of this dealer, or (null) of the staff, cannot hold these posts; null when he can.</summary>
    internal static async Task<Refusal?> Check(IReadOnlyList<Duty> duties, Guid? dealerId, PortalDb db, PortalSettings settings, CancellationToken stop)
    {
        if (duties.Count == 0) return new("accounts.no-role", null, "role");
        if (duties.Any(duty => duty.Role.IsOfDealer() != dealerId is not null)) return new(dealerId is null ? "accounts.needs-dealer" : "accounts.dealer-roles-only", null, "role");
        if (duties.Any(duty => duty.Role.IsOfRegion() && duty.Region is null)) return new("accounts.needs-region", null, "region");
        if (duties.Any(duty => !duty.Role.IsOfRegion() && duty.Region is not null)) return new("accounts.no-region", null, "region");
        if (dealerId is { } id && !await db.Dealers.AnyAsync(dealer => dealer.Id == id, stop)) return new("accounts.unknown-dealer", null, "dealer");

        var known = await Regions(db, settings, stop);
        return duties.FirstOrDefault(duty => duty.Region is { } region && !known.Contains(region)) is { Region: { } unknown }
            ? new("accounts.unknown-region", null, "region", Fact.Of(unknown))
            : null;
    }

    /// <summary>The regions that posts can be held for: those of the settings, and those that dealers still belong to.</summary>
    internal static async Task<IReadOnlyList<string>> Regions(PortalDb db, PortalSettings settings, CancellationToken stop) =>
        [.. settings.Regions.Select(region => region.Code).Union(await db.Dealers.Select(dealer => dealer.Region).Distinct().Order().ToListAsync(stop))];

    /// <summary>Gives the post to the person and notes it.</summary>
    internal void Give(User user, PortalDb db)
    {
        if (user.Holds(Role, Region)) return;
        user.Hold(Role, Region);
        db.Note(Told(Happening.PostGiven, user));
    }

    /// <summary>Takes the post from the person and notes it.</summary>
    internal static void Take(Post post, User user, PortalDb db)
    {
        user.GiveUp(post);
        db.Note(new Duty(post.Role, post.Region).Told(Happening.PostTaken, user));
    }

    private Happened Told(Happening what, User user) =>
        new(what, user.Id, user.DealerId, null, Fact.Of(user.FullName), Fact.Word("role." + Role), Fact.Word("region." + (Region ?? "all")));
}
