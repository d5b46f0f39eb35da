using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>Coverage and satisfaction against their targets, by tier and by assistant. Every number is a list: see <see cref="CallbackFigureList"/>.</summary>
/// <remarks>Coverage: of the callbacks whose due date falls into the period, those that reached the dealer before it ended; withdrawn ones are owed no more.
/// Satisfaction: of the scores given in the period, the satisfied ones.</remarks>
public sealed class CallbackFigures(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    /// <param name="Month">Any day of the first month; null for the present one.</param>
    public sealed record Question(LocalDate? Month = null, int Months = 1, Guid? Assistant = null);

    public sealed record View(LocalDate From, LocalDate Through, LocalDate Today, Clause Clause, IReadOnlyList<OfTier> Tiers, IReadOnlyList<OfAssistant> Assistants);

    public sealed record OfTier(string Tier, Clause Clause, Gauge Coverage, Gauge Satisfaction);

    public sealed record OfAssistant(Guid? Id, string? Name, int Owed, int Reached, int Open, int Answers, int Satisfied);

    public async Task<View?> For(Question question, Actor actor, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (!CallbackRights.MaySee(actor) || book.InForceAt(now).Value is not { } edition || edition.Find<CallbackCadences>() is not { } rule) return null;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var today = edition.Calendar.DateOf(now);
        var span = Span(question.Month ?? today, question.Months);
        var calls = await Calls(Of(db.Owed(rule, today, span).SeenBy(actor, db), question.Assistant), span.Through).ToListAsync(stop);
        var answers = await Answers(Of(db.Answered(span).SeenBy(actor, db), question.Assistant)).ToListAsync(stop);
        var isOver = span.Through < today;
        return new(span.From, span.Through, today, rule.Head.Clause, [.. rule.Tiers.Where(tier => tier.IsCalled).Select(tier => Tier(tier, isOver, calls, answers))], Assistants(calls, answers));
    }

    internal static (LocalDate From, LocalDate Through) Span(LocalDate month, int months)
    {
        var first = new LocalDate(month.Year, month.Month, 1);
        return (first, first.PlusMonths(Math.Clamp(months, 1, 12)).PlusDays(-1));
    }

    internal static IQueryable<Callback> Of(IQueryable<Callback> calls, Guid? assistant) => assistant is { } id ? calls.Where(call => call.AssistantId == id) : calls;

    private static OfTier Tier(TierRule tier, bool isOver, List<Called> calls, List<Answered> answers)
    {
        var (mine, said) = (calls.Where(row => row.Tier == tier.Code).ToList(), answers.Where(row => row.Tier == tier.Code).ToList());
        return new(tier.Code, tier.Clause,
            new(mine.Sum(row => row.Reached), mine.Sum(row => row.Owed), tier.Coverage!.Value, isOver ? 0 : mine.Sum(row => row.Open)),
            new(said.Sum(row => row.Satisfied), said.Sum(row => row.All), tier.Satisfaction!.Value, null));
    }

    private static IReadOnlyList<OfAssistant> Assistants(List<Called> calls, List<Answered> answers) =>
        [.. calls.Select(row => (row.Who, row.Name)).Concat(answers.Select(row => (row.Who, row.Name))).DistinctBy(one => one.Who).OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => new OfAssistant(one.Who, one.Name,
            calls.Where(row => row.Who == one.Who).Sum(row => row.Owed), calls.Where(row => row.Who == one.Who).Sum(row => row.Reached), calls.Where(row => row.Who == one.Who).Sum(row => row.Open),
            answers.Where(row => row.Who == one.Who).Sum(row => row.All), answers.Where(row => row.Who == one.Who).Sum(row => row.Satisfied)))];

    private static IQueryable<Called> Calls(IQueryable<Callback> calls, LocalDate through) =>
        calls.GroupBy(call => new { call.Tier, call.AssistantId, call.AssistantName }).Select(group => new Called(group.Key.Tier, group.Key.AssistantId, group.Key.AssistantName,
            group.Count(), group.Count(call => call.State == CallbackState.Reached && call.EndedOn <= through), group.Count(call => call.OpenFor != null)));

    private static IQueryable<Answered> Answers(IQueryable<Callback> calls) =>
        calls.SelectMany(call => call.Answers.Where(answer => answer.Score != null), (call, answer) => new { call.Tier, call.AssistantId, call.AssistantName, answer.IsSatisfied })
            .GroupBy(row => new { row.Tier, row.AssistantId, row.AssistantName }).Select(group => new Answered(group.Key.Tier, group.Key.AssistantId, group.Key.AssistantName, group.Count(), group.Count(row => row.IsSatisfied)));

    private sealed record Called(string Tier, Guid? Who, string? Name, int Owed, int Reached, int Open);

    private sealed record Answered(string Tier, Guid? Who, string? Name, int All, int Satisfied);
}
