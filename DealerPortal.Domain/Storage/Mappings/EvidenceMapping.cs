using DealerPortal.Domain.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class EvidenceMapping : IEntityTypeConfiguration<Photo>, IEntityTypeConfiguration<PhotoUpload>
{
    public void Configure(EntityTypeBuilder<Photo> builder)
    {
        builder.Property(photo => photo.Id).ValueGeneratedNever();
        builder.Property(photo => photo.Sha256).HasMaxLength(64);
        builder.Property(photo => photo.ViewSha256).HasMaxLength(64);
        builder.Property(photo => photo.ThumbSha256).HasMaxLength(64);
        builder.Property(photo => photo.FullSha256).HasMaxLength(64);
        // A copy of the sender's that is saved late does not overwrite what the portal has made meanwhile, or found impossible.
        builder.Property(photo => photo.CopiesMadeAt).IsConcurrencyToken();
        builder.Property(photo => photo.CopyFault).IsConcurrencyToken();
        builder.Property(photo => photo.MediaType).HasMaxLength(40);
        // Photos of one place are all different by content, whoever sends them and how often.
        builder.HasIndex(photo => new { photo.Subject, photo.Place, photo.Kind, photo.Sha256 }).IsUnique();
        // The dealer's quota is a sum.
        builder.HasIndex(photo => photo.DealerId);
        // Whether a file is still wanted.
        builder.HasIndex(photo => photo.Sha256);
        builder.HasIndex(photo => photo.ViewSha256);
        builder.HasIndex(photo => photo.ThumbSha256);
        builder.HasIndex(photo => photo.FullSha256).HasFilter("\"FullSha256\" IS NOT NULL");
        // Those whose copies are still to be made.
        builder.HasIndex(photo => new { photo.CopiesDueAt, photo.Id }).HasFilter("\"CopiesDueAt\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<PhotoUpload> builder)
    {
        builder.Property(upload => upload.Id).ValueGeneratedNever();
        builder.Property(upload => upload.Sha256).HasMaxLength(64);
        builder.Property(upload => upload.Name).HasMaxLength(PhotoName.MaxLength);
        // The same photo announced twice is one upload.
        builder.HasIndex(upload => new { upload.Subject, upload.Place, upload.Kind, upload.Sha256 }).IsUnique();
        builder.HasIndex(upload => upload.DealerId);
        // What nobody went on with.
        builder.HasIndex(upload => new { upload.StartedAt, upload.Id });
    }
}
