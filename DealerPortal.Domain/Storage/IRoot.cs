namespace DealerPortal.Domain.Storage;

/// <summary>A thing that is loaded and saved as a whole. Its version rises with each save that changes it or a part of it.</summary>
public interface IRoot
{
    /// <summary>Concurrency token, raised by <see cref="PortalDb"/>.</summary>
    int Version { get; }
}

/// <summary>Something that belongs to one dealer, and that another dealer never sees.</summary>
public interface IOfDealer
{
    Guid DealerId { get; }
}
