using System.Security.Claims;
using DealerPortal.Domain.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DealerPortal.Web.Accounts;

/// <summary>What a session carries of its person: id, names, dealer, posts and the stamp; and how to read them back as an <see cref="Actor"/>.</summary>
public sealed class PersonClaims(UserManager<User> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<User>(users, options)
{
    internal const string FullName = "portal:full-name";
    internal const string Dealer = "portal:dealer";
    internal const string Post = "portal:post";
    internal const string From = "portal:from";
    internal const string Stamp = "AspNet.Identity.SecurityStamp";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(FullName, user.FullName));
        if (user.DealerId is { } dealer) identity.AddClaim(new(Dealer, dealer.ToString()));
        foreach (var post in user.Posts) identity.AddClaim(new(Post, post.Region is null ? post.Role.ToString() : $"{post.Role}@{post.Region}"));
        return identity;
    }

    /// <summary>The person as an actor, or null when nobody is signed in.</summary>
    internal static Actor? Read(ClaimsPrincipal person, string? from = null)
    {
        if (UserIdOf(person) is not { } id) return null;

        var posts = person.FindAll(Post).Select(claim => claim.Value.Split('@', 2)).ToList();
        return new(
            id,
            person.FindFirstValue(FullName) ?? "",
            posts.Select(post => Enum.Parse<Role>(post[0])).ToHashSet(),
            Guid.TryParse(person.FindFirstValue(Dealer), out var dealer) ? dealer : null,
            posts.Where(post => post.Length == 2).Select(post => post[1]).ToHashSet(),
            from ?? person.FindFirstValue(From) ?? "unknown");
    }

    internal static Guid? UserIdOf(ClaimsPrincipal person) =>
        person.Identity?.IsAuthenticated == true && Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
}
