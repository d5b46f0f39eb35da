using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Conduct;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class ConductMapping : IEntityTypeConfiguration<Breach>
{
    public void Configure(EntityTypeBuilder<Breach> builder)
    {
        builder.Property(one => one.Id).ValueGeneratedNever();
        builder.Property(one => one.Number).HasMaxLength(20);
        builder.Property(one => one.PersonName).HasMaxLength(100);
        builder.Property(one => one.RecordedByName).HasMaxLength(100);
        builder.Property(one => one.Clause).HasMaxLength(120);
        builder.Property(one => one.Code).HasMaxLength(40);
        builder.HasOne<User>().WithMany().HasForeignKey(one => one.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(one => one.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(one => one.Number).IsUnique();
        // Those about a person and those he recorded, newest first; and all of them for those who decide.
        builder.HasIndex(one => new { one.PersonId, one.RecordedAt });
        builder.HasIndex(one => new { one.RecordedBy, one.RecordedAt });
        builder.HasIndex(one => new { one.RecordedAt, one.Id });
    }
}
