using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>Everything about one case on one page, as far as the reader may see it: facts, whose turn, what can be done and if not why not.</summary>
public sealed class ComplaintSheet(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    public sealed record View(
        Head Head, Grounds Grounds, IReadOnlyList<Clocked> Clocks, IReadOnlyList<Act> Acts, IReadOnlyList<Barred> Barred, IReadOnlyList<string> Pauses, IReadOnlyList<Asked> Departments, Ruling<WhoPays>? Liability,
        IReadOnlyList<Planned> Plans, IReadOnlyList<MyApprovals.Item> Approvals, IReadOnlyList<Message> Messages, IReadOnlyList<Colleague> Colleagues,
        IReadOnlyList<Colleague> Duplicates);

    public sealed record Head(
        Guid Id, string Number, Guid DealerId, string Dealer, string? Tier, string Region, CaseState State, Turn Turn, int Round, Guid? OwnerId, string? Owner,
        CaseSource Source, Instant FiledAt, string FiledBy, Instant? DueAt, Guid? MergedInto, Instant? FollowUpRequestedAt, bool IsOpen);

    public sealed record Grounds(string? Family, Bilingual Problem, Clause ProblemClause, string Description, string? Judgement, Guid? OrderId, string? OrderNumber, Guid? PickUpId, Guid? InspectionId, Clause? PaidService, string? Caller);

    /// <param name="Receipt">The deadline receipt: the due time with its clause and every step to it.</param>
    public sealed record Clocked(Guid Id, string Code, int Round, TimeKept Kept, Ruling<Instant> Receipt, IReadOnlyList<int> ProvisionalYears, bool IsOpen);

    /// <param name="Why">Why this person cannot do it now; null when he can.</param>
    public sealed record Act(CaseVerb Verb, Refusal? Why);

    /// <summary>Verbs that are out of reach as the case stands, and why.</summary>
    /// <param name="NotBefore">The next state of a case's life in which they are within this person's reach; null where it has none ahead, or the reason is another.</param>
    public sealed record Barred(IReadOnlyList<CaseVerb> Verbs, Refusal Why, CaseState? NotBefore)
    {
        public bool IsPast => Why.Code is "case.not-now" && NotBefore is null;
    }

    public sealed record Asked(Guid Id, Role Department, string Question, string AskedBy, Instant AskedAt, string? Answer, string? AnsweredBy, Instant? AnsweredAt);

    /// <param name="IsCurrent">The plan of the present handling that counts.</param>
    public sealed record Planned(
        Guid Id, int Round, int Number, bool IsCurrent, string Explanation, string? ReturnAddress, string By, Instant At, Instant? GrantedAt, Instant? RefusedAt, Instant? ReleasedAt, string? ReleasedBy,
        Instant? AnsweredAt, Instant? AgreedAt, IReadOnlyList<Remedy> Remedies, IReadOnlyList<Stage> Steps);

    public sealed record Remedy(string Code, long AmountFen, string Note);

    /// <param name="IsNext">It can be done now, and by this person.</param>
    public sealed record Stage(Guid Id, string Remedy, StepKind Kind, bool IsDealers, bool IsNext, Instant? DoneAt, string? DoneBy, string? Carrier, string? CarrierPhone, string? Waybill, string? Note);

    public sealed record Message(Guid Id, string By, bool IsFromDealer, bool IsInternal, string Text, Instant At, int Round);

    public sealed record Colleague(Guid Id, string Name);

    /// <summary>Null for "not there" and "not yours" alike.</summary>
    public async Task<View?> For(Guid id, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var one = await db.Complaints.SeenBy(actor, db).AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(found => found.Id == id, stop);
        if (one is null) return null;
        var (rules, now) = (book.Edition(one.Pack, one.Edition), clock.GetCurrentInstant());
        var dealer = await db.Dealers.Where(found => found.Id == one.DealerId).Select(found => found.Name).SingleAsync(stop);
        var shown = new CaseShown(one, rules, CaseClock.Terms.Of(book, one.Pack, one.Edition), actor, now);
        return new(shown.Head(dealer), shown.Grounds(), shown.Clocks(), shown.Acts(), shown.Barred(), rules.Clocks.Pauses, actor.IsDealer ? [] : shown.Departments(), one.Cause is { } cause ? rules.Problems.Pays(cause) : null,
            shown.Plans(), actor.IsDealer ? [] : await Approvals(db, one, dealer, stop), await Messages(db, one, actor, stop), actor.IsDealer ? [] : await Colleagues(db, stop),
            actor.IsDealer ? [] : await Duplicates(db, one, stop));
    }

    private static async Task<IReadOnlyList<MyApprovals.Item>> Approvals(PortalDb db, Complaint one, string dealer, CancellationToken stop) =>
        [.. (await db.ApprovalRequests.AsNoTracking().Where(asked => asked.Subject == one.Id).OrderByDescending(asked => asked.AskedAt).Take(20).ToListAsync(stop)).Select(asked => MyApprovals.Show(asked, dealer))];

    private static async Task<IReadOnlyList<Message>> Messages(PortalDb db, Complaint one, Actor actor, CancellationToken stop) =>
        await db.CaseMessages.Where(message => message.ComplaintId == one.Id && (!message.IsInternal || !actor.IsDealer)).OrderBy(message => message.At).ThenBy(message => message.Id).Take(500)
            .Select(message => new Message(message.Id, message.ByName, message.IsFromDealer, message.IsInternal, message.Text, message.At, message.Round)).ToListAsync(stop);

    // Into which other case it could be merged.
    private static async Task<IReadOnlyList<Colleague>> Duplicates(PortalDb db, Complaint one, CancellationToken stop) =>
        await db.Complaints.Where(other => other.DealerId == one.DealerId && other.IsOpen && other.Id != one.Id).OrderByDescending(other => other.FiledAt).Take(50)
            .Select(other => new Colleague(other.Id, other.Number)).ToListAsync(stop);

    private static async Task<IReadOnlyList<Colleague>> Colleagues(PortalDb db, CancellationToken stop) =>
        await db.Handlers().OrderBy(user => user.FullName).Take(200).Select(user => new Colleague(user.Id, user.FullName)).ToListAsync(stop);
}
