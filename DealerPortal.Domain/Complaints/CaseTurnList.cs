using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>Cases as a person's start page asks for them: those that wait for him, those that nobody has taken up, and those of his that wait for others.</summary>
/// <remarks>A few bounded reads along the indexes of the board, however many cases there are.</remarks>
public sealed class CaseTurnList(IDbContextFactory<PortalDb> contexts, IClock clock)
{
    public const int AtMost = 50;

    /// <summary>What a case asks of the person. Words under <c>need.CODE</c>.</summary>
    public enum Ask
    {
        /// <summary>His own, and after-sales' turn or late.</summary>
        Handle,

        /// <summary>The dealer's word to a plan or to what was done.</summary>
        Answer,

        /// <summary>The next step of the plan.</summary>
        Step,

        /// <summary>A question to the department.</summary>
        Inquiry,

        /// <summary>Nobody has taken it up.</summary>
        Claim,

        /// <summary>Others are at it.</summary>
        Wait,
    }

    /// <param name="Due">By when the company has to be done with it; null where nothing runs.</param>
    public sealed record Row(Guid Id, Ask Ask, string Number, string Dealer, string? Family, string Description, CaseState State, Instant FiledAt, Instant? Due);

    /// <param name="Unclaimed">How many nobody has taken up, counted up to <see cref="TriageBoard.CountAtMost"/>; nought for whoever may not take them.</param>
    public sealed record View(IReadOnlyList<Row> Rows, int Unclaimed);

    public async Task<View> For(Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var now = clock.GetCurrentInstant();
        if (actor.IsDealer) return new([.. (await Rows(db, TriageBoard.MostUrgent(db, actor, now), stop)).Select(row => Dealers(row))], 0);
        if (!actor.IsStaff) return new([], 0);

        var rows = (await Rows(db, TriageBoard.MostUrgent(db, actor, now, TriageBoard.Tab.Mine), stop)).Select(row => Handlers(row, now)).ToList();
        rows.AddRange(await OfDepartments(db, actor, now, stop));
        rows.AddRange(await WithSteps(db, actor, now, stop));
        if (!MayClaim(actor)) return new(rows, 0);
        rows.AddRange((await Rows(db, TriageBoard.MostUrgent(db, actor, now, TriageBoard.Tab.New), stop)).Select(row => row.As(Ask.Claim)));
        return new(rows, await TriageBoard.Few(db, actor, TriageBoard.Tab.New, now).CountAsync(stop));
    }

    /// <summary>How many wait for the person, or for anybody to take them up: the number in the menu, counted up to <see cref="TriageBoard.CountAtMost"/> of each.</summary>
    public async Task<int> Count(Actor actor, CancellationToken stop)
    {
        if (!actor.IsStaff) return 0;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var now = clock.GetCurrentInstant();
        var mine = await TriageBoard.MostUrgent(db, actor, now, TriageBoard.Tab.Mine)
            .Where(one => one.Turn == Turn.AfterSales || one.NextDueAt <= now).Take(TriageBoard.CountAtMost).CountAsync(stop);
        return mine + (MayClaim(actor) ? await TriageBoard.Few(db, actor, TriageBoard.Tab.New, now).CountAsync(stop) : 0);
    }

    private static bool MayClaim(Actor actor) => actor.IsAny(Role.AfterSalesAgent, Role.AfterSalesSupervisor);

    private sealed record Found(Guid Id, string Number, string Dealer, string? Family, string Description, CaseState State, Turn Turn, Instant FiledAt, Instant Due, bool IsDealersStep)
    {
        public Row As(Ask ask) => new(Id, ask, Number, Dealer, Family, Description, State, FiledAt, Due == Complaint.NoEnd ? null : Due);
    }

    // No time runs for a dealer's word; what runs is the company's.
    private static Row Dealers(Found row) =>
        (row.Turn is Turn.Dealer ? row.As(Ask.Answer) : row is { Turn: Turn.Execution, IsDealersStep: true } ? row.As(Ask.Step) : row.As(Ask.Wait)) with { Due = null };

    // A case of one's own that is late is one's own to move, whoever's turn it is.
    private static Row Handlers(Found row, Instant now) =>
        row.As(row.Turn is Turn.AfterSales || row is { Turn: Turn.Execution, IsDealersStep: false } || row.Due <= now ? Ask.Handle : Ask.Wait);

    private static async Task<IEnumerable<Row>> OfDepartments(PortalDb db, Actor actor, Instant now, CancellationToken stop)
    {
        var departments = Investigation.Departments.Where(actor.Is).ToArray();
        if (departments.Length == 0) return [];
        var asked = TriageBoard.MostUrgent(db, actor, now).Take(TriageBoard.LooksThrough)
            .Where(one => one.Investigations.Any(asked => asked.AnsweredAt == null && asked.Round == one.Round && departments.Contains(asked.Department)));
        return (await Rows(db, asked, stop)).Select(row => row.As(Ask.Inquiry));
    }

    // After-sales finds its steps among its own cases.
    private static async Task<IEnumerable<Row>> WithSteps(PortalDb db, Actor actor, Instant now, CancellationToken stop)
    {
        var kinds = Enum.GetValues<StepKind>().Where(kind => (actor.Is(Role.Finance) && RemedySteps.IsMoney(kind))
            || (actor.Is(Role.LogisticsDispatcher) && !RemedySteps.IsDealers(kind) && (RemedySteps.IsShipment(kind) || kind is StepKind.ReturnReceived))).ToArray();
        if (kinds.Length == 0) return [];
        var waiting = TriageBoard.MostUrgent(db, actor, now, TriageBoard.Tab.Executing).Take(TriageBoard.LooksThrough)
            .Where(one => one.Plans.Any(plan => plan.Round == one.Round && plan.AgreedAt != null && plan.Steps.Any(step => step.DoneAt == null && kinds.Contains(step.Kind)
                && !plan.Steps.Any(before => before.DoneAt == null && before.Remedy == step.Remedy && before.Place < step.Place))));
        return (await Rows(db, waiting, stop)).Select(row => row.As(Ask.Step));
    }

    private static Task<List<Found>> Rows(PortalDb db, IQueryable<Complaint> cases, CancellationToken stop) =>
        (from one in cases.OrderBy(one => one.NextDueAt).ThenBy(one => one.TierRank).ThenBy(one => one.Id).Take(AtMost)
         join dealer in db.Dealers on one.DealerId equals dealer.Id
         orderby one.NextDueAt, one.TierRank, one.Id
         select new Found(one.Id, one.Number, dealer.Name, one.Family, one.Description.Substring(0, 80), one.State, one.Turn, one.FiledAt, one.NextDueAt,
             one.Plans.Any(plan => plan.Round == one.Round && plan.AgreedAt != null
                 && plan.Steps.Any(step => step.DoneAt == null && (step.Kind == StepKind.ReturnShipment || step.Kind == StepKind.QuoteAccepted))))).ToListAsync(stop);
}
