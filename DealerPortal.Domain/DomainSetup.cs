using System.Reflection;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Calendars;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Conduct;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.Evidence.Copies;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Hotline;
using DealerPortal.Domain.Imports;
using DealerPortal.Domain.Inspections;
using DealerPortal.Domain.Jobs;
using DealerPortal.Domain.Knowledge;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Search;
using DealerPortal.Domain.Settlements;
using DealerPortal.Domain.Storage;
using DealerPortal.Domain.TierReviews;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DealerPortal.Domain;

/// <summary>The one list of what the domain registers. The host adds the clock.</summary>
public static class DomainSetup
{
    /// <summary>Registers storage, the policy book, and every action and view.</summary>
    public static IServiceCollection AddDealerPortalDomain(this IServiceCollection services, PortalSettings settings)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);

        // policies: read here and now, so that a portal with a wrong pack does not start; once, where the host has read them already
        if (!services.Any(known => known.ServiceType == typeof(PolicyBook))) services.AddSingleton(new PolicyBook(settings));

        // storage
        services.AddSingleton<PortalContexts>();
        services.AddSingleton<IDbContextFactory<PortalDb>>(provider => provider.GetRequiredService<PortalContexts>());
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<PortalWork>();
        if (settings.Database.IsPostgres) services.AddHostedService<PeerNews>();
        services.AddSingleton<Sweep>();
        services.AddSingleton<EarliestDue>();

        // calendars
        services.AddSingleton<KnownYears>();
        services.AddSingleton<HolidayBoard>();
        services.AddSingleton<HolidayPreview>();
        services.AddSingleton<MovingClocks>();
        services.AddSingleton<PublishYear>();
        services.AddSingleton<MoveClocks>();
        services.AddSingleton<MoveCaseClocks>();
        services.AddHostedService<WatchYears>();

        // dealers, orders
        services.AddSingleton<DealerList>();
        services.AddSingleton<DealerSheet>();
        services.AddSingleton<OrderList>();
        services.AddSingleton<OrderSheet>();

        // imports
        services.AddSingleton<ImportFolder>();
        services.AddSingleton<ImportReader>();
        services.AddSingleton<ReceiveImport>();
        services.AddSingleton<CheckImport>();
        services.AddSingleton<ApplyImport>();
        services.AddSingleton<ImportSheet>();

        // notices
        services.AddSingleton<NoticeInbox>();
        services.AddSingleton<UnreadCount>();
        services.AddSingleton<ReadNotices>();
        services.AddSingleton<ChoiceSheet>();
        services.AddSingleton<ChooseNotices>();
        services.AddSingleton<DispatchNotices>();
        services.AddSingleton<OutboxBoard>();
        services.AddSingleton<TryNoticesAgain>();
        if (settings.Webhook.IsSet && settings.Webhook.Checked().IsSet) services.AddWebhook();

        // history
        services.AddSingleton<HistoryList>();
        services.AddSingleton<HistoryBoard>();
        services.AddSingleton<VerifyHistory>();

        // accounts
        services.AddOptions();
        services.TryAddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<PeopleList>();
        services.AddSingleton<PersonSheet>();
        services.AddSingleton<SetUpPortal>();
        services.AddSingleton<AddPerson>();
        services.AddSingleton<InvitePerson>();
        services.AddSingleton<AcceptInvitation>();
        services.AddSingleton<DisablePerson>();
        services.AddSingleton<EnablePerson>();
        services.AddSingleton<UnlockPerson>();
        services.AddSingleton<SignOutEverywhere>();
        services.AddSingleton<ChangePosts>();
        services.AddSingleton<ChangePassword>();
        services.AddSingleton<ChooseLanguage>();
        services.AddSingleton<NoteLockOut>();
        // jobs
        services.AddSingleton<IJobDesk, NoDesk>();
        services.AddSingleton<RecordRun>();
        services.AddSingleton<RunJob>();
        services.AddSingleton<PauseJob>();
        services.AddSingleton<ResumeJob>();
        services.AddSingleton<TidyUp>();
        services.AddSingleton<AuditHistory>();
        services.AddSingleton<AuditPhotos>();
        services.AddSingleton<JobBoard>();
        services.AddSingleton<JobRunList>();

        // complaints
        services.AddComplaints();

        // conduct
        services.AddConduct();

        // hotline
        services.AddHotline();
        services.AddSingleton<AddDealerPhone>();
        services.AddSingleton<RemoveDealerPhone>();

        // knowledge
        services.AddKnowledge();

        // search
        services.AddSingleton<PortalSearch>();

        // compensation
        services.AddCompensation();

        // callbacks
        services.AddCallbacks();
        services.AddTierReviews();

        // settlements
        services.AddSettlements();

        // approvals
        services.AddSingleton<RemindApprovers>();
        services.AddSingleton<Decide>();
        services.AddSingleton<DeclareAbsence>();
        services.AddSingleton<EndAbsence>();
        services.AddSingleton<AbsenceList>();
        services.AddSingleton<MyApprovals>();

        // evidence
        services.AddSingleton<PhotoStore>();
        services.AddSingleton<PhotoDesk>();
        services.AddSingleton<StartUpload>();
        services.AddSingleton<SendPiece>();
        services.AddSingleton<FinishUpload>();
        services.AddSingleton<AbandonUpload>();
        services.AddSingleton<AddPhotoCopy>();
        services.AddSingleton<RemovePhoto>();
        services.AddSingleton<ClearPhotos>();
        services.AddSingleton<UploadSheet>();
        services.AddSingleton<PhotoList>();
        services.AddSingleton<PhotoFile>();
        services.TryAddSingleton(new PictureProgram(Assembly.GetEntryAssembly()!));
        services.AddSingleton<PictureProcess>();
        services.AddSingleton<CopyMaker>();
        services.AddSingleton<MakePhotoCopies>();
        services.AddSingleton<CopyQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<CopyQueue>());

        // deliveries
        services.AddSingleton<ArrivalList>();
        services.AddSingleton<ShipmentStates>();
        services.AddSingleton<PickUpPreview>();
        services.AddSingleton<PickUpSheet>();
        services.AddSingleton<PickUpBoard>();
        services.AddSingleton<PickUpList>();
        services.AddSingleton<RejectionBoard>();
        services.AddSingleton<RecordPickUp>();
        services.AddSingleton<AcknowledgeRejection>();
        services.AddSingleton<CountAsAccepted>();
        services.AddSingleton<DeemAcceptance>();

        // inspections
        services.AddSingleton<BeginInspection>();
        services.AddSingleton<KeepDraft>();
        services.AddSingleton<SubmitInspection>();
        services.AddSingleton<InspectionSheet>();
        services.AddSingleton<SignedOrderList>();
        services.AddSingleton<IPhotoSubjects, InspectionPhotos>();

        return services;
    }
}
