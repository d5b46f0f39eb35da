using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Accounts;

/// <summary>A one-time link with which a person sets a password of his own: the first one, or a new one after the old was forgotten.</summary>
public sealed class Invitation : IRoot
{
    public static readonly Duration Lasts = Duration.FromDays(7);

    private Invitation() { }

    internal Invitation(Guid userId, Secret secret, Instant now)
    {
        Id = Guid.CreateVersion7();
        UserId = userId;
        SecretHash = secret.Hash;
        MadeAt = now;
        EndsAt = now + Lasts;
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public string SecretHash { get; private set; } = "";

    public Instant MadeAt { get; private set; }

    /// <summary>Exclusive.</summary>
    public Instant EndsAt { get; private set; }

    public Instant? UsedAt { get; private set; }

    /// <summary>When a newer invitation took its place.</summary>
    public Instant? WithdrawnAt { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen(Instant now) => UsedAt is null && WithdrawnAt is null && now < EndsAt;

    /// <summary>Spends the link. A second time is refused, also at the same moment.</summary>
    public Outcome Use(Instant now)
    {
        if (!IsOpen(now)) return new Refusal("accounts.link-spent");
        UsedAt = now;
        return Outcome.Done;
    }

    public void Withdraw(Instant now) => WithdrawnAt ??= now;
}
