using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>The receipt of goods that a complaint is about, as the deliveries know it.</summary>
/// <param name="CountsAsAccepted">Silence, or use without consent, has made the goods accepted in quantity and quality.</param>
internal sealed record Receipt(string Family, Guid? PickUpId, Guid? OrderId, bool CountsAsAccepted)
{
    /// <summary>The receipt that a form points at; null when it points at none that is this dealer's.</summary>
    public static Task<Receipt?> Find(PortalDb db, Guid dealerId, DraftForm form, Instant now, CancellationToken stop) => Task.FromResult<Receipt?>(null);
}
