using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Dealers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class ApprovalsMapping : IEntityTypeConfiguration<ApprovalRequest>, IEntityTypeConfiguration<Consent>, IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<ApprovalRequest> builder)
    {
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Kind).HasMaxLength(40);
        builder.Property(request => request.Region).HasMaxLength(40);
        builder.Property(request => request.Path).HasMaxLength(300);
        builder.Property(request => request.Clause).HasMaxLength(200);
        builder.Property(request => request.ShownHash).HasMaxLength(64);
        builder.Property(request => request.AskedByName).HasMaxLength(100);
        builder.HasOne<Dealer>().WithMany().HasForeignKey(request => request.DealerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(request => request.Consents).WithOne().HasForeignKey(consent => consent.RequestId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(request => request.Consents).AutoInclude();
        // The inbox: what waits for a role, oldest first. Settled ones wait for nobody and are not in it.
        builder.HasIndex(request => new { request.WaitsFor, request.AskedAt }).HasFilter("\"WaitsFor\" IS NOT NULL");
        // What was asked about one thing.
        builder.HasIndex(request => new { request.Subject, request.AskedAt });
        // The reminders that are due.
        builder.HasIndex(request => request.NextReminderAt).HasFilter("\"NextReminderAt\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.Property(consent => consent.Id).ValueGeneratedNever();
        builder.Property(consent => consent.ByName).HasMaxLength(100);
        builder.Property(consent => consent.InPlaceOf).HasMaxLength(100);
        builder.Property(consent => consent.Note).HasMaxLength(2000);
        builder.HasIndex(consent => new { consent.RequestId, consent.Place }).IsUnique();
        // What a person decided lately.
        builder.HasIndex(consent => consent.By).HasFilter("\"By\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.Property(absence => absence.Id).ValueGeneratedNever();
        builder.HasOne<User>().WithMany().HasForeignKey(absence => absence.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(absence => absence.SubstituteId).OnDelete(DeleteBehavior.Restrict);
        // In whose place a person decides now, and when somebody is away.
        builder.HasIndex(absence => new { absence.SubstituteId, absence.Until });
        builder.HasIndex(absence => new { absence.UserId, absence.Until });
    }
}
