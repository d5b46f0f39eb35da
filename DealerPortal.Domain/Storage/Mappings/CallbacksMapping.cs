using DealerPortal.Domain.Callbacks;
using DealerPortal.Domain.Dealers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class CallbacksMapping :
    IEntityTypeConfiguration<Callback>, IEntityTypeConfiguration<CallAttempt>, IEntityTypeConfiguration<SurveyAnswer>, IEntityTypeConfiguration<CaseFollowUp>
{
    public void Configure(EntityTypeBuilder<Callback> builder)
    {
        builder.ToTable("Callbacks");
        builder.Property(call => call.Id).ValueGeneratedNever();
        builder.Property(call => call.Region).HasMaxLength(40);
        builder.Property(call => call.Tier).HasMaxLength(20);
        builder.Property(call => call.Pack).HasMaxLength(60);
        builder.Property(call => call.Edition).HasMaxLength(40);
        builder.Property(call => call.DueClause).HasMaxLength(120);
        builder.Property(call => call.AssistantName).HasMaxLength(100);
        builder.Property("DueEnds");
        builder.Property(call => call.CalendarMark).HasMaxLength(20);
        builder.ComplexProperty(call => call.Basis, basis => { basis.Property(one => one.Tier).HasMaxLength(20); basis.Property(one => one.Edition).HasMaxLength(40); });
        builder.Ignore(call => call.Due);
        builder.HasOne<Dealer>().WithMany().HasForeignKey(call => call.DealerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(call => call.Attempts).WithOne().HasForeignKey(attempt => attempt.CallbackId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(call => call.Answers).WithOne().HasForeignKey(answer => answer.CallbackId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(call => call.FollowUps).WithOne().HasForeignKey(one => one.CallbackId).OnDelete(DeleteBehavior.Cascade);
        // One open callback a dealer, whoever plans. Those that are over have nothing here, which both databases let many rows have.
        builder.HasIndex(call => call.OpenFor).IsUnique();
        // The lists, what is late first.
        builder.HasIndex(call => new { call.LateFrom, call.Id });
        // How full the days are.
        builder.HasIndex(call => new { call.PlannedOn, call.AssistantId });
        // When a dealer was last reached.
        builder.HasIndex(call => new { call.DealerId, call.CountsFrom });
        // A month's coverage.
        builder.HasIndex(call => new { call.DueOn, call.Tier });
        builder.HasIndex(call => new { call.EndedOn, call.Tier });
    }

    public void Configure(EntityTypeBuilder<CallAttempt> builder)
    {
        builder.ToTable("CallAttempts");
        builder.Property(attempt => attempt.Id).ValueGeneratedNever();
        builder.Property(attempt => attempt.ByName).HasMaxLength(100);
        builder.HasIndex(attempt => attempt.CallbackId);
    }

    public void Configure(EntityTypeBuilder<SurveyAnswer> builder)
    {
        builder.ToTable("SurveyAnswers");
        builder.Property(answer => answer.Id).ValueGeneratedNever();
        builder.Property(answer => answer.Question).HasMaxLength(40);
        // One answer a question.
        builder.HasIndex(answer => new { answer.CallbackId, answer.Question }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CaseFollowUp> builder)
    {
        builder.ToTable("CaseFollowUps");
        builder.Property(one => one.Id).ValueGeneratedNever();
        builder.Property(one => one.Number).HasMaxLength(30);
        builder.Property(one => one.Edition).HasMaxLength(40);
        // One handling of a case is asked about once.
        builder.HasIndex(one => new { one.CaseId, one.Round }).IsUnique();
    }
}
