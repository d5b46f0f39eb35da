using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace DealerPortal.Domain.Accounts;

/// <summary>A person who can sign in: of a dealer, or of the manufacturer's staff.</summary>
public sealed class User : IdentityUser<Guid>
{
    private readonly List<Post> posts = [];

    private User() { }

    public User(Guid id, string userName, string fullName, Guid? dealerId)
    {
        Id = id;
        UserName = userName;
        FullName = fullName;
        DealerId = dealerId;
        SecurityStamp = Guid.NewGuid().ToString("N");
    }

    public string FullName { get; private set; } = "";

    /// <summary>The dealer the person belongs to; null for staff.</summary>
    public Guid? DealerId { get; private set; }

    /// <summary>The language of the person's screens: <c>zh-CN</c> or <c>en</c>.</summary>
    public string Language { get; private set; } = "zh-CN";

    /// <summary>Since when the person may no longer sign in; null while he may.</summary>
    public Instant? DisabledAt { get; private set; }

    public IReadOnlyList<Post> Posts => posts;

    public bool IsDisabled => DisabledAt is not null;

    /// <summary>Gives the person a role, for one region or (null) for all of them. Twice is once.</summary>
    public void Hold(Role role, string? region)
    {
        if (!posts.Exists(post => post.Role == role && post.Region == region)) posts.Add(new(Id, role, region));
    }

    /// <summary>Ends every session of the person with its next check, because the stamp that they carry is no longer his.</summary>
    public void Disable(Instant now)
    {
        DisabledAt ??= now;
        SecurityStamp = Guid.NewGuid().ToString("N");
    }

    public void Enable() => DisabledAt = null;

    public void Speak(string language) => Language = language == "en" ? "en" : "zh-CN";

    public Actor ActFrom(string from) => new(
        Id, FullName, posts.Select(post => post.Role).ToHashSet(), DealerId, posts.Where(post => post.Region is not null).Select(post => post.Region!).ToHashSet(), from);
}
