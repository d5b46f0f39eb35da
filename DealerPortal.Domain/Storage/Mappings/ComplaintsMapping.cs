using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Dealers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DealerPortal.Domain.Storage.Mappings;

internal sealed class ComplaintsMapping :
    IEntityTypeConfiguration<Complaint>, IEntityTypeConfiguration<CaseClock>, IEntityTypeConfiguration<ClockEvent>, IEntityTypeConfiguration<CasePlan>,
    IEntityTypeConfiguration<PlannedRemedy>, IEntityTypeConfiguration<PlanStep>, IEntityTypeConfiguration<Investigation>, IEntityTypeConfiguration<Extension>, IEntityTypeConfiguration<CaseVisit>
{
    public void Configure(EntityTypeBuilder<Complaint> builder)
    {
        builder.Property(one => one.Id).ValueGeneratedNever();
        builder.Property(one => one.Number).HasMaxLength(20);
        builder.Property(one => one.Region).HasMaxLength(40);
        builder.Property(one => one.Tier).HasMaxLength(20);
        builder.Property(one => one.Pack).HasMaxLength(60);
        builder.Property(one => one.Edition).HasMaxLength(40);
        builder.Property(one => one.Family).HasMaxLength(40);
        builder.Property(one => one.Category).HasMaxLength(20);
        builder.Property(one => one.OrderNumber).HasMaxLength(40);
        builder.Property(one => one.Cause).HasMaxLength(20);
        builder.Property(one => one.Caller).HasMaxLength(120);
        builder.Property(one => one.OwnerName).HasMaxLength(100);
        builder.Property(one => one.FiledByName).HasMaxLength(100);
        builder.Ignore(one => one.IsTouched).Ignore(one => one.CurrentPlan).Ignore(one => one.RunningClock);
        builder.HasOne<Dealer>().WithMany().HasForeignKey(one => one.DealerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(one => one.Clocks).WithOne().HasForeignKey("ComplaintId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(one => one.Plans).WithOne().HasForeignKey("ComplaintId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(one => one.Investigations).WithOne().HasForeignKey("ComplaintId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(one => one.Extensions).WithOne().HasForeignKey("ComplaintId").OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(one => one.Clocks).AutoInclude();
        builder.Navigation(one => one.Plans).AutoInclude();
        builder.Navigation(one => one.Investigations).AutoInclude();
        builder.Navigation(one => one.Extensions).AutoInclude();
        builder.HasIndex(one => one.Number).IsUnique();
        Lists(builder);
    }

    // Every list reads one of these from its beginning and stops after a page: what ends first, gold first among equals.
    private static void Lists(EntityTypeBuilder<Complaint> builder)
    {
        builder.HasIndex(one => new { one.NextDueAt, one.TierRank, one.Id }, "IX_Complaints_Open").HasFilter(Open);
        builder.HasIndex(one => new { one.State, one.NextDueAt, one.TierRank, one.Id });
        builder.HasIndex(one => new { one.Turn, one.NextDueAt, one.TierRank, one.Id });
        builder.HasIndex(one => new { one.OwnerId, one.NextDueAt, one.TierRank, one.Id }).HasFilter($"\"OwnerId\" IS NOT NULL AND {Open}").HasDatabaseName("IX_Complaints_Mine");
        // What anybody has, where most have no owner yet.
        builder.HasIndex(one => new { one.NextDueAt, one.TierRank, one.Id }, "IX_Complaints_Team").HasFilter($"\"OwnerId\" IS NOT NULL AND {Open}");
        // What people of one region see of it, where most are of another.
        builder.HasIndex(one => new { one.Region, one.NextDueAt, one.TierRank, one.Id }).HasFilter(Open).HasDatabaseName("IX_Complaints_RegionsOpen");
        // What the board is asked about a few dealers.
        builder.HasIndex(one => new { one.DealerId, one.NextDueAt, one.TierRank, one.Id }).HasFilter(Open).HasDatabaseName("IX_Complaints_DealersOpen");
        // What stands on an edition that somebody leaves.
        builder.HasIndex(one => new { one.Pack, one.Edition, one.NextDueAt, one.Id }).HasFilter(Open).HasDatabaseName("IX_Complaints_Edition");
        // A dealer's own, newest first.
        builder.HasIndex(one => new { one.DealerId, one.FiledAt, one.Id });
        // What is due for the sweep.
        builder.HasIndex(one => new { one.NextActAt, one.Id }).HasFilter("\"NextActAt\" IS NOT NULL");
        // The case that a rejection became.
        builder.HasIndex(one => one.InspectionId).HasFilter("\"InspectionId\" IS NOT NULL");
    }

    // Word for word as EF Core asks: SQLite uses such an index only for the very same condition.
    private const string Open = "\"IsOpen\"";

    public void Configure(EntityTypeBuilder<CaseClock> builder)
    {
        builder.Property(clock => clock.Id).ValueGeneratedNever();
        builder.Property(clock => clock.Code).HasMaxLength(20);
        builder.Property(clock => clock.Edition).HasMaxLength(40);
        builder.Property(clock => clock.CalendarMark).HasMaxLength(16);
        builder.HasMany(clock => clock.Events).WithOne().HasForeignKey("ClockId").OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(clock => clock.Events).AutoInclude();
        // One clock of a kind in each handling, whoever starts it.
        builder.HasIndex("ComplaintId", nameof(CaseClock.Round), nameof(CaseClock.Code)).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ClockEvent> builder)
    {
        builder.Property(one => one.Id).ValueGeneratedNever();
        builder.Property(one => one.By).HasMaxLength(100);
        builder.Property(one => one.AskedBy).HasMaxLength(100);
        builder.Property(one => one.Reason).HasMaxLength(2000);
        builder.HasIndex("ClockId");
        // A clock runs out once. Named, because it stands beside the whole index and does not take its place.
        builder.HasIndex(["ClockId"], "IX_ClockEvents_Crossed").HasFilter("\"What\" = 'Crossed'").IsUnique();
    }

    public void Configure(EntityTypeBuilder<CasePlan> builder)
    {
        builder.Property(plan => plan.Id).ValueGeneratedNever();
        builder.Property(plan => plan.ReturnAddress).HasMaxLength(300);
        builder.Ignore(plan => plan.NextSteps);
        builder.HasMany(plan => plan.Remedies).WithOne().HasForeignKey("PlanId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(plan => plan.Steps).WithOne().HasForeignKey("PlanId").OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(plan => plan.Remedies).AutoInclude();
        builder.Navigation(plan => plan.Steps).AutoInclude();
        builder.HasIndex("ComplaintId", nameof(CasePlan.Round), nameof(CasePlan.Number)).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PlannedRemedy> builder)
    {
        builder.Property(remedy => remedy.Id).ValueGeneratedNever();
        builder.Property(remedy => remedy.Code).HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<PlanStep> builder)
    {
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.Remedy).HasMaxLength(20);
        builder.Property(step => step.Carrier).HasMaxLength(100);
        builder.Property(step => step.CarrierPhone).HasMaxLength(40);
        builder.Property(step => step.Waybill).HasMaxLength(60);
    }

    public void Configure(EntityTypeBuilder<Investigation> builder) => builder.Property(one => one.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<Extension> builder)
    {
        builder.Property(one => one.Id).ValueGeneratedNever();
        builder.Property(one => one.Clock).HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<CaseVisit> builder)
    {
        builder.Property(visit => visit.Id).ValueGeneratedNever();
        builder.Property(visit => visit.Name).HasMaxLength(100);
        // Who has this case open, and whose lease has run out.
        builder.HasIndex(visit => visit.CaseId);
        builder.HasIndex(visit => visit.SeenUntil);
    }
}
