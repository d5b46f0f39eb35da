using DealerPortal.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class AccountsMapping : IEntityTypeConfiguration<User>, IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("Users");
        builder.Property(user => user.FullName).HasMaxLength(100);
        builder.Property(user => user.Language).HasMaxLength(10);
        builder.HasMany(user => user.Posts).WithOne().HasForeignKey(post => post.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(user => user.DealerId);
    }

    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.Property(post => post.Id).ValueGeneratedNever();
        builder.Property(post => post.Region).HasMaxLength(40);
        builder.HasIndex(post => new { post.UserId, post.Role, post.Region }).IsUnique();
        // Notices go to everybody who holds a role.
        builder.HasIndex(post => new { post.Role, post.Region });
    }
}
