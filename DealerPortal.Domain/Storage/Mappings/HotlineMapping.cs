using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Hotline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class HotlineMapping : IEntityTypeConfiguration<Call>, IEntityTypeConfiguration<PromisedCall>, IEntityTypeConfiguration<ScriptWording>, IEntityTypeConfiguration<DealerPhone>
{
    public void Configure(EntityTypeBuilder<Call> builder)
    {
        builder.Property(call => call.Id).ValueGeneratedNever();
        builder.Property(call => call.CallerName).HasMaxLength(60);
        builder.Property(call => call.Number).HasMaxLength(40);
        builder.Property(call => call.Digits).HasMaxLength(20);
        builder.Property(call => call.Text).HasMaxLength(4000);
        builder.Property(call => call.TakenByName).HasMaxLength(100);
        builder.HasOne<Dealer>().WithMany().HasForeignKey(call => call.DealerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Complaint>().WithMany().HasForeignKey(call => call.CaseId).OnDelete(DeleteBehavior.Restrict);
        // A dealer's last calls, and those of everybody, newest first.
        builder.HasIndex(call => new { call.DealerId, call.At });
        builder.HasIndex(call => new { call.At, call.Id });
    }

    public void Configure(EntityTypeBuilder<PromisedCall> builder)
    {
        builder.Property(promise => promise.Id).ValueGeneratedNever();
        builder.Property(promise => promise.CallerName).HasMaxLength(60);
        builder.Property(promise => promise.Number).HasMaxLength(40);
        builder.Property(promise => promise.About).HasMaxLength(4000);
        builder.Property(promise => promise.PromisedBy).HasMaxLength(100);
        builder.Property(promise => promise.OwnerName).HasMaxLength(100);
        builder.Property(promise => promise.KeptBy).HasMaxLength(100);
        builder.Property(promise => promise.Result).HasMaxLength(2000);
        builder.Ignore(promise => promise.IsOpen);
        builder.HasOne<Call>().WithMany().HasForeignKey(promise => promise.CallId).OnDelete(DeleteBehavior.Restrict);
        // What is still to be kept, what ends first on top; and what is one's own of it.
        builder.HasIndex(promise => new { promise.DueAt, promise.Id }).HasFilter("\"KeptAt\" IS NULL");
        builder.HasIndex(promise => new { promise.OwnerId, promise.DueAt }).HasFilter("\"KeptAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<ScriptWording> builder)
    {
        builder.Property(one => one.Id).ValueGeneratedNever();
        builder.Property(one => one.Code).HasMaxLength(40);
        builder.Property(one => one.By).HasMaxLength(100);
        builder.Ignore(one => one.Text);
        // Two who word one script at once do not write the same number.
        builder.HasIndex(one => new { one.Code, one.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DealerPhone> builder)
    {
        builder.Property(phone => phone.Id).ValueGeneratedNever();
        builder.Property(phone => phone.Number).HasMaxLength(40);
        builder.Property(phone => phone.Digits).HasMaxLength(20);
        builder.Property(phone => phone.Backwards).HasMaxLength(20);
        builder.Property(phone => phone.Contact).HasMaxLength(60);
        builder.Property(phone => phone.AddedBy).HasMaxLength(100);
        builder.HasOne<Dealer>().WithMany().HasForeignKey(phone => phone.DealerId).OnDelete(DeleteBehavior.Restrict);
        // One number once a dealer; found from its front and from its end.
        builder.HasIndex(phone => new { phone.DealerId, phone.Digits }).IsUnique();
        builder.HasIndex(phone => phone.Digits);
        builder.HasIndex(phone => phone.Backwards);
    }
}
