using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Policies;
using DealerPortal.Tests.Policies;
using DealerPortal.Tests.Support;
using NodaTime;

namespace DealerPortal.Tests.Complaints;

/// <summary>Cases outside of any database, and people to handle them.</summary>
internal static class Cases
{
    public static readonly CaseClock.Terms Terms = new(Books.Edition.Clocks, Books.Edition.Calendar);
    public static readonly Clause Pays = new(Books.Pack, "2026-01", "三(三)1 1)");
    public static readonly Guid DealerId = Guid.CreateVersion7();

    public static Actor With(params Role[] roles) =>
        new(Guid.CreateVersion7(), string.Join("+", roles), roles.ToHashSet(), roles.Any(role => role.IsOfDealer()) ? DealerId : null, new HashSet<string>(), "test");

    public static Complaint File(string at, bool isPaidService = false) => File(Shanghai.At(at), isPaidService);

    public static Complaint File(Instant at, bool isPaidService = false) => new(Guid.CreateVersion7(), "C-1",
        new(DealerId, "north", "gold", new(Books.Pack, "2026-01", "三(五)7"), CaseSource.Dealer, "gate", "1-1.4", "焊点过大") { PaidService = isPaidService ? Pays : null },
        Terms, With(Role.DealerOwner), at);

    public static PlanDraft Draft(params string[] remedies) => new(Guid.CreateVersion7(), Guid.CreateVersion7(),
        [.. remedies.Select(code => new PlanDraft.Remedy(code, RemedySteps.NeedsAmount(code) ? 20000 : 0))], "我们这样处理", remedies.Any(RemedySteps.NeedsReturn) ? "一厂" : null, MayBeReleased: true);

    public static readonly PlanStep.Proof Proof = new("德邦", "95353", "DPK1", "P-1", IsPackedWhole: true);
}
