using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Calendars;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Conduct;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Hotline;
using DealerPortal.Domain.Imports;
using DealerPortal.Domain.Inspections;
using DealerPortal.Domain.Jobs;
using DealerPortal.Domain.Knowledge;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Promises;
using DealerPortal.Domain.Settlements;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace DealerPortal.Domain.Storage;

/// <summary>The portal's one model. Lives for one action or one view, and is never handed to a page.</summary>
public abstract class PortalDb(DbContextOptions options) : IdentityUserContext<User, Guid>(options), IDataProtectionKeyContext
{
    // accounts
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Administration> Administrations => Set<Administration>();
    /// <summary>What signs cookies and forms, where several processes share the database.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    // dealers
    public DbSet<Dealer> Dealers => Set<Dealer>();
    public DbSet<TierPeriod> TierPeriods => Set<TierPeriod>();
    public DbSet<TierReview> TierReviews => Set<TierReview>();
    public DbSet<TierProposal> TierProposals => Set<TierProposal>();

    // orders
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<Shipment> Shipments => Set<Shipment>();

    // calendars
    public DbSet<PublishedYear> PublishedYears => Set<PublishedYear>();
    // promises
    public DbSet<Promise> Promises => Set<Promise>();
    public DbSet<DateProposal> DateProposals => Set<DateProposal>();

    // compensation
    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();
    public DbSet<ExcusedSpan> ExcusedSpans => Set<ExcusedSpan>();
    public DbSet<SpanDraft> SpanDrafts => Set<SpanDraft>();

    // settlements
    public DbSet<Batch> Batches => Set<Batch>();
    public DbSet<BatchLine> BatchLines => Set<BatchLine>();
    public DbSet<LineQuestion> LineQuestions => Set<LineQuestion>();

    // complaints
    public DbSet<Complaint> Complaints => Set<Complaint>();
    public DbSet<CaseMessage> CaseMessages => Set<CaseMessage>();
    public DbSet<CaseVisit> CaseVisits => Set<CaseVisit>();
    public DbSet<ComplaintDraft> ComplaintDrafts => Set<ComplaintDraft>();

    // conduct
    public DbSet<Breach> Breaches => Set<Breach>();

    // hotline
    public DbSet<Call> Calls => Set<Call>();
    public DbSet<PromisedCall> PromisedCalls => Set<PromisedCall>();
    public DbSet<ScriptWording> ScriptWordings => Set<ScriptWording>();
    public DbSet<DealerPhone> DealerPhones => Set<DealerPhone>();

    // knowledge
    public DbSet<Article> Articles => Set<Article>();

    // approvals
    public DbSet<ApprovalRequest> ApprovalRequests => Set<ApprovalRequest>();
    public DbSet<Absence> Absences => Set<Absence>();

    // evidence
    public DbSet<Photo> Photos => Set<Photo>();
    public DbSet<PhotoUpload> PhotoUploads => Set<PhotoUpload>();

    // imports
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();
    // deliveries
    public DbSet<PickUp> PickUps => Set<PickUp>();
    public DbSet<PickedUpShipment> PickedUpShipments => Set<PickedUpShipment>();
    public DbSet<DepotLook> DepotLooks => Set<DepotLook>();
    public DbSet<Rejection> Rejections => Set<Rejection>();

    // inspections
    public DbSet<Inspection> Inspections => Set<Inspection>();

    // history
    public DbSet<HistoryEntry> History => Set<HistoryEntry>();
    public DbSet<HistoryHead> HistoryHeads => Set<HistoryHead>();

    // notices
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<NoticeChoice> NoticeChoices => Set<NoticeChoice>();
    public DbSet<OutboxEntry> Outbox => Set<OutboxEntry>();

    // jobs
    public DbSet<JobRun> JobRuns => Set<JobRun>();
    public DbSet<JobPause> JobPauses => Set<JobPause>();

    /// <summary>The ways out of the portal that are set up: what is told goes into the outbox once for each of them.</summary>
    internal IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>What happened in this piece of work; <see cref="PortalWork"/> chains it into the history in the same save.</summary>
    internal List<Happened> Happenings { get; } = [];

    /// <summary>Who was told what in this piece of work, each by the key of the news.</summary>
    internal HashSet<(Guid UserId, string Key)> Told { get; } = [];

    /// <summary>The live topics that this piece of work touches; announced after the save.</summary>
    internal HashSet<string> Topics { get; } = [];

    /// <summary>Notes what happened, to be saved with the change itself; open timelines of the subject read themselves again.</summary>
    public void Note(Happened happened)
    {
        Happenings.Add(happened);
        Announce(Storage.Topics.Timeline(happened.Subject));
    }

    /// <summary>Names a topic whose open pages are to read themselves again after the save.</summary>
    public void Announce(string topic) => Topics.Add(topic);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var looks = RaiseVersions();
        try { return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken); }
        finally { ChangeTracker.AutoDetectChangesEnabled = looks; }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        var looks = RaiseVersions();
        try { return base.SaveChanges(acceptAllChangesOnSuccess); }
        finally { ChangeTracker.AutoDetectChangesEnabled = looks; }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        configurationBuilder.Properties<decimal>().HaveConversion<ThousandthsConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
        foreach (var type in builder.Model.GetEntityTypes().Where(type => typeof(IRoot).IsAssignableFrom(type.ClrType)))
            type.FindProperty(nameof(IRoot.Version))!.IsConcurrencyToken = true;
        // A part that is taken out of its whole is gone, and does not stay behind without one.
        foreach (var whole in builder.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()).Where(IsWhole).ToList()) whole.IsRequired = true;
    }

    // A changed part changes its whole: two people answering two lines of one pick-up meet at the pick-up.
    // Looks for changes once: each further question would make the change tracker look through everything again. Answers whether it looks by itself otherwise.
    private bool RaiseVersions()
    {
        var looks = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        var entries = ChangeTracker.Entries().ToList();
        if (entries.Any(DueColumns.Moves)) Announce(Storage.Topics.DueTimes);
        var wholes = entries.Where(entry => entry.Metadata.FindPrimaryKey() is { Properties.Count: 1 }).ToDictionary(entry => (entry.Metadata, KeyOf(entry)));
        foreach (var root in entries.Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(entry => RootOf(entry, wholes)).OfType<EntityEntry>().DistinctBy(entry => entry.Entity).Where(entry => entry.State is EntityState.Modified or EntityState.Unchanged))
        {
            var version = root.Property(nameof(IRoot.Version));
            version.CurrentValue = (int)version.OriginalValue! + 1;
        }
        return looks;
    }

    private static EntityEntry? RootOf(EntityEntry entry, Dictionary<(IEntityType, object), EntityEntry> wholes)
    {
        if (entry.Entity is IRoot) return entry;
        var whole = entry.Metadata.GetForeignKeys().FirstOrDefault(IsWhole);
        if (whole is null) return null;
        // A part that was taken out no longer knows its whole, but did.
        var link = entry.Property(whole.Properties[0].Name);
        var id = entry.State == EntityState.Deleted ? link.OriginalValue : link.CurrentValue;
        return id is not null && wholes.TryGetValue((whole.PrincipalEntityType, id), out var parent) ? RootOf(parent, wholes) : null;
    }

    private static bool IsWhole(IReadOnlyForeignKey key) => key.DeleteBehavior == DeleteBehavior.Cascade && key.PrincipalToDependent is not null;

    private static object KeyOf(EntityEntry entry) => entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue!;
}
