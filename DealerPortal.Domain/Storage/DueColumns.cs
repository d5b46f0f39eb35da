using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Promises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DealerPortal.Domain.Storage;

/// <summary>The columns in which things say when a sweep is to see to them. Whoever waits for the earliest of these times is told when one moves.</summary>
internal static class DueColumns
{
    private static readonly Dictionary<Type, string> Columns = new()
    {
        [typeof(PickUp)] = nameof(PickUp.NextDueAt),
        [typeof(Complaint)] = nameof(Complaint.NextActAt),
        [typeof(ApprovalRequest)] = nameof(ApprovalRequest.NextReminderAt),
        [typeof(DateProposal)] = nameof(DateProposal.NextReminderAt),
        [typeof(OutboxEntry)] = nameof(OutboxEntry.NextAttemptAt),
        [typeof(Promise)] = nameof(Promise.NextLookAt),
    };

    /// <summary>Whether saving this sets a new due time. One that is merely taken away needs nobody to wake earlier.</summary>
    public static bool Moves(EntityEntry entry)
    {
        if (entry.State is not (EntityState.Added or EntityState.Modified) || !Columns.TryGetValue(entry.Metadata.ClrType, out var column)) return false;
        var due = entry.Property(column);
        return due.CurrentValue is not null && (entry.State is EntityState.Added || due.IsModified);
    }
}
