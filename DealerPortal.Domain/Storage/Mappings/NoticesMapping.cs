using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class NoticesMapping : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<NoticeChoice>, IEntityTypeConfiguration<OutboxEntry>
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

    public void Configure(EntityTypeBuilder<NoticeChoice> builder)
    {
        builder.HasKey(choice => new { choice.UserId, choice.Kind });
        builder.HasOne<User>().WithMany().HasForeignKey(choice => choice.UserId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<OutboxEntry> builder)
    {
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Channel).HasMaxLength(20);
        builder.Property(entry => entry.Fault).HasMaxLength(500);
        // An old notice that is forgotten takes with it what is known of its sending.
        builder.HasOne<Notice>().WithMany().HasForeignKey(entry => entry.NoticeId).OnDelete(DeleteBehavior.Cascade);
        // A notice leaves once by each channel.
        builder.HasIndex(entry => new { entry.NoticeId, entry.Channel }).IsUnique();
        // What is due: few of many.
        builder.HasIndex(entry => new { entry.Channel, entry.NextAttemptAt, entry.Id }).HasFilter("\"NextAttemptAt\" IS NOT NULL");
        // What was given up, for whoever looks after it.
        builder.HasIndex(entry => new { entry.GivenUpAt, entry.Id }).HasFilter("\"GivenUpAt\" IS NOT NULL");
    }
}
