using DealerPortal.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class AccountsMapping : IEntityTypeConfiguration<User>, IEntityTypeConfiguration<Post>, IEntityTypeConfiguration<Invitation>, IEntityTypeConfiguration<Administration>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("Users");
        builder.Property(user => user.FullName).HasMaxLength(100);
        builder.Property(user => user.Language).HasMaxLength(10);
        // A person without the posts would be a person without rights, and a set of them too small.
        builder.Navigation(user => user.Posts).AutoInclude();
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

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Property(invitation => invitation.Id).ValueGeneratedNever();
        builder.Property(invitation => invitation.SecretHash).HasMaxLength(64);
        // The link is looked up by its hash.
        builder.HasIndex(invitation => invitation.SecretHash).IsUnique();
        builder.HasIndex(invitation => invitation.UserId);
        builder.HasOne<User>().WithMany().HasForeignKey(invitation => invitation.UserId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Administration> builder)
    {
        builder.Property(administration => administration.Id).ValueGeneratedNever();
        builder.Property(administration => administration.SecretHash).HasMaxLength(64);
        builder.HasData(new { Id = 1, Changes = 0, Version = 0 });
    }
}
