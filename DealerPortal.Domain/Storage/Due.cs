using NodaTime;

namespace DealerPortal.Domain.Storage;

/// <summary>Something that waits for a sweep: since when, and which. Made in a query with an object initializer, so that the database can order by it.</summary>
public sealed record Due
{
    public required Instant At { get; init; }

    public required Guid Id { get; init; }
}
