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
        NormalizedUserName = Normal(userName);
        FullName = fullName;
        DealerId = dealerId;
        LockoutEnabled = true;
        EndSessions();
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

    /// <summary>The form in which user names are compared, as Identity's own normalizer writes it.</summary>
    public static string Normal(string userName) => userName.Normalize().ToUpperInvariant();

    /// <summary>Gives the person a role, for one region or (null) for all of them. Twice is once.</summary>
    public void Hold(Role role, string? region)
    {
        if (Holds(role, region)) return;
        posts.Add(new(Id, role, region));
        EndSessions();
    }

    /// <summary>Takes the post away. The person signs in anew, so that no open page goes on with the old rights.</summary>
    public void GiveUp(Post post)
    {
        if (posts.Remove(post)) EndSessions();
    }

    public void Disable(Instant now)
    {
        DisabledAt ??= now;
        EndSessions();
    }

    public void Enable()
    {
        DisabledAt = null;
        Change();
    }

    /// <summary>Ends every session of the person with its next check, because the stamp that they carry is no longer his.</summary>
    public void EndSessions()
    {
        SecurityStamp = Guid.NewGuid().ToString("N");
        Change();
    }

    /// <summary>Sets the password, already hashed; whoever knew only the old one is out.</summary>
    public void TakePassword(string hash)
    {
        PasswordHash = hash;
        Unlock();
        EndSessions();
    }

    /// <summary>Forgets the wrong attempts, so that the person may try again at once.</summary>
    public void Unlock()
    {
        (LockoutEnd, AccessFailedCount) = (null, 0);
        Change();
    }

    public void Speak(string language)
    {
        Language = language == "en" ? "en" : "zh-CN";
        Change();
    }

    public bool Holds(Role role, string? region) => posts.Exists(post => post.Role == role && post.Region == region);

    /// <summary>Whether the session that carries this stamp is still the person's.</summary>
    public bool Trusts(string? stamp) => !IsDisabled && stamp is not null && stamp == SecurityStamp;

    public Actor ActFrom(string from) => new(
        Id, FullName, posts.Select(post => post.Role).ToHashSet(), DealerId, posts.Where(post => post.Region is not null).Select(post => post.Region!).ToHashSet(), from);

    // Identity's token against lost updates; its own stores compare it too.
    private void Change() => ConcurrencyStamp = Guid.NewGuid().ToString("N");
}
