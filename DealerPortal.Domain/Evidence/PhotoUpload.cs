using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Evidence;

/// <summary>A photo on its way: what was announced. How much of it has arrived is the length of its file.</summary>
public sealed class PhotoUpload : IOfDealer
{
    private PhotoUpload() { }

    internal PhotoUpload(Guid dealerId, StartUpload.Request request, Guid by, Instant now)
    {
        Id = Guid.CreateVersion7();
        DealerId = dealerId;
        (Subject, Spot, Place, Kind) = (request.Subject, request.Spot, PlaceOf(request.Spot), request.Kind);
        (Name, Bytes, Sha256) = (request.Name, request.Bytes, request.Sha256);
        (StartedBy, StartedAt) = (by, now);
    }

    public Guid Id { get; private set; }

    public Guid DealerId { get; private set; }

    public Guid Subject { get; private set; }

    public Guid? Spot { get; private set; }

    /// <summary>As <see cref="Photo.Place"/>.</summary>
    public Guid Place { get; private set; }

    public PhotoKind Kind { get; private set; }

    /// <summary>As the sender's device calls it; only its extension is looked at.</summary>
    public string Name { get; private set; } = "";

    /// <summary>As announced: not a byte more is taken.</summary>
    public long Bytes { get; private set; }

    /// <summary>As announced, lower-case hex: what arrives must have it.</summary>
    public string Sha256 { get; private set; } = "";

    public Guid StartedBy { get; private set; }

    public Instant StartedAt { get; private set; }

    /// <summary>The spot, or all zeros for none.</summary>
    internal static Guid PlaceOf(Guid? spot) => spot ?? Guid.Empty;
}
