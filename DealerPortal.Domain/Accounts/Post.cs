namespace DealerPortal.Domain.Accounts;

/// <summary>A role held by a person, for one region or for all.</summary>
public sealed class Post
{
    private Post() { }

    internal Post(Guid userId, Role role, string? region)
    {
        Id = Guid.CreateVersion7();
        UserId = userId;
        Role = role;
        Region = region;
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public Role Role { get; private set; }

    /// <summary>The region's code; null means every region.</summary>
    public string? Region { get; private set; }
}
