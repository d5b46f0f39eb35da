using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Dealers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class CaseTalkMapping : IEntityTypeConfiguration<CaseMessage>, IEntityTypeConfiguration<ComplaintDraft>
{
    public void Configure(EntityTypeBuilder<CaseMessage> builder)
    {
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.ByName).HasMaxLength(100);
        builder.HasOne<Complaint>().WithMany().HasForeignKey(message => message.ComplaintId).OnDelete(DeleteBehavior.Cascade);
        // The thread of one case, in order.
        builder.HasIndex(message => new { message.ComplaintId, message.At, message.Id });
    }

    public void Configure(EntityTypeBuilder<ComplaintDraft> builder)
    {
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        builder.HasOne<Dealer>().WithMany().HasForeignKey(draft => draft.DealerId).OnDelete(DeleteBehavior.Restrict);
        // What a person left unfinished, and what is old enough to be tidied away.
        builder.HasIndex(draft => new { draft.Writer, draft.SavedAt });
        builder.HasIndex(draft => draft.SavedAt);
    }
}
