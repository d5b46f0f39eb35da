using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class NoticesMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.Property(notice => notice.Id).ValueGeneratedNever();
        builder.Property(notice => notice.Key).HasMaxLength(200);
        builder.Property(notice => notice.Path).HasMaxLength(300);
        builder.HasOne<User>().WithMany().HasForeignKey(notice => notice.UserId).OnDelete(DeleteBehavior.Restrict);
        // Nobody is told the same thing twice, whoever tells it and however often.
        builder.HasIndex(notice => new { notice.UserId, notice.Key }).IsUnique();
        // The inbox, newest first.
        builder.HasIndex(notice => new { notice.UserId, notice.At, notice.Id });
        // The number on the bell: few of many.
        builder.HasIndex(notice => notice.UserId).HasFilter("\"ReadAt\" IS NULL").HasDatabaseName("IX_Notices_Unread");
        // Tidying up, oldest first.
        builder.HasIndex(notice => notice.At);
    }
}
