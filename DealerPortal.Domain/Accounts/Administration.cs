using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Accounts;

/// <summary>Who administers the portal: one row, where every change of administrators meets, so that two at once cannot leave nobody.
/// Before the first one it holds the set-up link.</summary>
public sealed class Administration : IRoot
{
    public static readonly Duration LinkLasts = Duration.FromHours(24);

    /// <summary>Always 1.</summary>
    public int Id { get; private set; } = 1;

    /// <summary>Hash of the set-up link's secret; null when none was made.</summary>
    public string? SecretHash { get; private set; }

    /// <summary>Exclusive end of the set-up link.</summary>
    public Instant? LinkEndsAt { get; private set; }

    /// <summary>When the first administrator was made; from then on there is no set-up link ever again.</summary>
    public Instant? FoundedAt { get; private set; }

    /// <summary>How often the circle of administrators was touched.</summary>
    public int Changes { get; private set; }

    public int Version { get; private set; }

    /// <summary>Makes a new set-up link; an earlier one is void.</summary>
    public void Offer(Secret secret, Instant now) => (SecretHash, LinkEndsAt) = (secret.Hash, now + LinkLasts);

    /// <summary>Whether this secret may found the portal now.</summary>
    public bool Accepts(Secret secret, Instant now) => FoundedAt is null && secret.Hash == SecretHash && now < LinkEndsAt;

    /// <summary>Notes that the circle of administrators changes in this save.</summary>
    public void Touch(Instant now)
    {
        Changes++;
        FoundedAt ??= now;
        (SecretHash, LinkEndsAt) = (null, null);
    }
}
