using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>A capability above hears of a case's closing, in the same piece of work.</summary>
/// <remarks>The one way upwards from a case's end: the case knows nobody who listens.</remarks>
public interface ICaseClosing
{
    /// <summary>The case was closed; what follows is saved together with it.</summary>
    Task Closed(PortalDb db, Complaint one, Instant now, CancellationToken stop);
}
