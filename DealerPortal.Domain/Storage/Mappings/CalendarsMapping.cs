using DealerPortal.Domain.Calendars;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class CalendarsMapping : IEntityTypeConfiguration<PublishedYear>
{
    public void Configure(EntityTypeBuilder<PublishedYear> builder)
    {
        builder.Property(year => year.Id).ValueGeneratedNever();
        builder.Property(year => year.Country).HasMaxLength(10);
        builder.Property(year => year.ByName).HasMaxLength(100);
        builder.HasIndex(year => year.Place).IsUnique();
    }
}
