using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>The callbacks behind one number of the figures, with the cases they led to.</summary>
public sealed class CallbackFigureList(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    public const int PageSize = 50;

    /// <summary>Which number. Words under <c>figures.what.NAME</c>.</summary>
    public enum Number
    {
        Owed,
        Reached,
        NotReached,
        Answered,
        Dissatisfied,
    }

    public sealed record View(IReadOnlyList<Row> Rows, int Count, LocalDate From, LocalDate Through, CallbackList.Cursor? Next);

    public sealed record Row(
        Guid Id, string Dealer, string Code, string Tier, CallbackState State, LocalDate DueOn, Instant LateFrom, Instant? EndedAt, string? Assistant, int Scored, int Satisfied, IReadOnlyList<Case> Cases);

    public sealed record Case(Guid Id, string Number);

    public async Task<View?> For(CallbackFigures.Question question, Number number, string? tier, CallbackList.Cursor? after, Actor actor, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (!CallbackRights.MaySee(actor) || book.InForceAt(now).Value is not { } edition || edition.Find<CallbackCadences>() is not { } rule) return null;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var today = edition.Calendar.DateOf(now);
        var span = CallbackFigures.Span(question.Month ?? today, question.Months);
        var calls = CallbackFigures.Of(Counts(db, rule, today, span, number).SeenBy(actor, db), question.Assistant);
        if (tier is not null) calls = calls.Where(call => call.Tier == tier);
        var count = await calls.CountAsync(stop);
        if (after is { LateFrom: var late, Id: var id }) calls = calls.Where(call => call.LateFrom >= late && (call.LateFrom > late || call.Id > id));
        var rows = await Rows(db, calls, stop);
        return new([.. rows.Take(PageSize)], count, span.From, span.Through, rows.Count > PageSize ? new(rows[PageSize - 1].LateFrom, rows[PageSize - 1].Id) : null);
    }

    private static IQueryable<Callback> Counts(PortalDb db, CallbackCadences rule, LocalDate today, (LocalDate From, LocalDate Through) span, Number number) => number switch
    {
        Number.Owed => db.Owed(rule, today, span),
        Number.Reached => db.Owed(rule, today, span).Where(call => call.State == CallbackState.Reached && call.EndedOn <= span.Through),
        Number.NotReached => db.Owed(rule, today, span).Where(call => call.State != CallbackState.Reached || call.EndedOn > span.Through),
        Number.Answered => db.Answered(span).Where(call => call.Answers.Any(answer => answer.Score != null)),
        _ => db.Answered(span).Where(call => call.Answers.Any(answer => answer.Score != null && !answer.IsSatisfied)),
    };

    private static async Task<IReadOnlyList<Row>> Rows(PortalDb db, IQueryable<Callback> calls, CancellationToken stop)
    {
        var found = await (from call in calls.OrderBy(call => call.LateFrom).ThenBy(call => call.Id).Take(PageSize + 1)
                           join dealer in db.Dealers on call.DealerId equals dealer.Id
                           orderby call.LateFrom, call.Id
                           select new
                           {
                               call.Id,
                               dealer.Name,
                               dealer.Code,
                               call.Tier,
                               call.State,
                               call.DueOn,
                               call.LateFrom,
                               call.EndedAt,
                               call.AssistantName,
                               call.OpenedCase,
                               Scored = call.Answers.Count(answer => answer.Score != null),
                               Satisfied = call.Answers.Count(answer => answer.IsSatisfied),
                           }).ToListAsync(stop);
        var ids = found.Select(row => row.Id).ToArray();
        var asked = (await db.Set<CaseFollowUp>().Where(one => ids.Contains(one.CallbackId)).Select(one => new { one.CallbackId, one.CaseId, one.Number }).ToListAsync(stop)).ToLookup(one => one.CallbackId, one => new Case(one.CaseId, one.Number));
        var opened = found.Where(row => row.OpenedCase is not null).Select(row => row.OpenedCase!.Value).ToArray();
        var numbers = await db.Complaints.Where(one => opened.Contains(one.Id)).Select(one => new Case(one.Id, one.Number)).ToDictionaryAsync(one => one.Id, stop);
        return [.. found.Select(row => new Row(row.Id, row.Name, row.Code, row.Tier, row.State, row.DueOn, row.LateFrom, row.EndedAt, row.AssistantName, row.Scored, row.Satisfied,
            [.. asked[row.Id], .. row.OpenedCase is { } id && numbers.TryGetValue(id, out var one) ? new[] { one } : []]))];
    }
}
