using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class KnowledgeMapping : IEntityTypeConfiguration<Article>, IEntityTypeConfiguration<ArticleTerms>, IEntityTypeConfiguration<ArticleRevision>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.Property(one => one.Id).ValueGeneratedNever();
        builder.Property(one => one.Title).HasMaxLength(120);
        builder.Property(one => one.Family).HasMaxLength(40);
        builder.Property(one => one.Category).HasMaxLength(20);
        builder.Property(one => one.CauseCode).HasMaxLength(20);
        builder.Property(one => one.RemedyCodes).HasMaxLength(200);
        builder.Property(one => one.ChangedBy).HasMaxLength(100);
        builder.Ignore(one => one.Text);
        builder.HasOne(one => one.Terms).WithOne().HasForeignKey<ArticleTerms>(terms => terms.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(one => one.Revisions).WithOne().HasForeignKey("ArticleId").OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Complaint>().WithMany().HasForeignKey(one => one.CaseId).OnDelete(DeleteBehavior.Restrict);
        // A case is drafted once, however often it is closed.
        builder.HasIndex(one => one.CaseId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ArticleTerms> builder)
    {
        builder.HasKey(terms => terms.Seq);
        builder.HasIndex(terms => terms.ArticleId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ArticleRevision> builder)
    {
        builder.Property(one => one.Id).ValueGeneratedNever();
        builder.Property(one => one.Title).HasMaxLength(120);
        builder.Property(one => one.By).HasMaxLength(100);
        builder.Ignore(one => one.Text);
        // Two who write at once do not write the same revision.
        builder.HasIndex("ArticleId", nameof(ArticleRevision.Number)).IsUnique();
    }
}
